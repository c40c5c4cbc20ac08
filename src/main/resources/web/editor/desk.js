// The author's desk: keeps what is typed, asks what becomes of it, and shows that.
import { Showing } from './showing.js';
import { Source } from './source.js';

const SOON = 20;
const LATER = 70;

export class Desk {
  constructor(form) {
    this.form = form;
    this.words = { all: { names: [], formatters: {}, sections: [] }, blocks: [] };
    this.fields = new Map();
    this.kept = new Map();
    this.timers = {};
    this.calls = {};
    this.waiting = {};
    this.faults = [];
    this.problems = {};
  }

  open() {
    const { form } = this;
    form.classList.add('scripted');
    form.querySelectorAll('.file').forEach((file) => {
      const field = file.querySelector('textarea');
      this.fields.set(file.dataset.file, field);
      this.kept.set(file.dataset.file, form.dataset.unkeptYet ? undefined : field.value);
      file.hidden = true;
    });
    this.showing = new Showing(form, (file, line) => this.openFile(file, line));
    this.source = new Source(form.querySelector('.editor-pane'), {
      nonce: form.dataset.nonce,
      words: () => this.words,
      onChange: (path, text) => this.changed(path, text),
      onSave: () => this.save(),
    });
    form.querySelectorAll('[data-open]').forEach((link) =>
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.openFile(link.dataset.open);
      }),
    );
    const first = form.querySelector('[data-open][aria-current]') ?? form.querySelector('[data-open]');
    if (first) {
      this.openFile(first.dataset.open);
    }
    form.querySelectorAll('#template, #fixture, #language, #copy').forEach((choice) =>
      choice.addEventListener('change', () => this.look()),
    );
    document.getElementById('template')?.addEventListener('change', (event) => {
      location.search = `?template=${encodeURIComponent(event.target.value)}`;
    });
    document.getElementById('customer')?.addEventListener('change', () => this.look());
    document.getElementById('save').addEventListener('click', (event) => {
      if (!document.getElementById('add')?.value) {
        event.preventDefault();
        this.save();
      }
    });
    document.getElementById('test')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.test(event.currentTarget);
    });
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's' && !event.defaultPrevented) {
        event.preventDefault();
        this.save();
      }
    });
    form.addEventListener('submit', () => (this.leaving = true));
    window.addEventListener('beforeunload', (event) => {
      if (!this.leaving && this.dirty().length > 0) {
        event.preventDefault();
      }
    });
    this.learn();
    this.look();
  }

  openFile(path, line) {
    const field = this.fields.get(path);
    if (!field) {
      return;
    }
    const { mode } = field.closest('.file').dataset;
    this.form.querySelectorAll('[data-open]').forEach((link) => {
      if (link.dataset.open === path) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
    this.form.elements.file.value = path;
    this.source.open(path, mode, field.value, field.getAttribute('aria-label'));
    this.source.complain(this.faultsOf(path));
    if (line) {
      this.source.go(line);
    }
  }

  changed(path, text) {
    this.fields.get(path).value = text;
    this.say(this.dirty().length > 0 ? this.form.dataset.unkept : this.form.dataset.kept);
    this.look();
  }

  /** Textareas have their own line breaks only when they are sent. */
  dirty() {
    return [...this.fields].filter(([path, field]) => field.value !== this.kept.get(path)).map(([path]) => path);
  }

  say(words) {
    document.getElementById('state').textContent = words;
  }

  async save() {
    const { form } = this;
    this.say(form.dataset.keeping);
    const body = new URLSearchParams({ revision: form.elements.revision.value });
    const sent = new Map([...this.fields].map(([path, field]) => [path, field.value]));
    this.dirty().forEach((path) => body.append(`file:${path}`, sent.get(path)));
    const response = await fetch(`${form.dataset.path}/keep`, { method: 'POST', body });
    document.getElementById('conflict').hidden = response.status !== 409;
    if (!response.ok) {
      const problem = await response.json().catch(() => ({}));
      this.say(response.status === 409 ? form.dataset.unkept : (problem.errors?.[0]?.detail ?? problem.detail ?? form.dataset.unkept));
      return;
    }
    const { revision } = await response.json();
    document.querySelectorAll('input[name="revision"]').forEach((field) => (field.value = revision));
    sent.forEach((text, path) => this.kept.set(path, text));
    this.say(this.dirty().length > 0 ? form.dataset.unkept : form.dataset.kept);
  }

  /** Sends what is on the screen to whoever writes it, who stays where they are. */
  async test(button) {
    const { form } = this;
    const result = document.getElementById('trial');
    button.disabled = true;
    result.textContent = form.dataset.testing;
    try {
      const response = await fetch(button.formAction, {
        method: 'POST',
        headers: { 'HX-Request': 'true' },
        body: new URLSearchParams(new FormData(form)),
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      result.innerHTML = await response.text();
    } catch {
      result.textContent = form.dataset.failed;
    } finally {
      button.disabled = false;
    }
  }

  order() {
    const value = (id) => document.getElementById(id)?.value.trim() ?? '';
    const order = {};
    ['fixture', 'language', 'copy'].forEach((name) => {
      if (value(name)) {
        order[name] = value(name);
      }
    });
    const customer = value('customer');
    if (customer) {
      const [source, ...record] = customer.split(/\s+/);
      order.customer = record.length > 0 ? { source, record: record.join(' ') } : { ucid: source };
    }
    return order;
  }

  /** Mail and text message at once, the letter, which takes longer, a moment later. */
  look() {
    const since = performance.now();
    this.ask('words', ['email', 'sms'], SOON, since);
    this.ask('paper', ['print'], LATER, since);
  }

  ask(what, channels, delay, since) {
    clearTimeout(this.timers[what]);
    this.timers[what] = setTimeout(() => this.call(what, channels, since), delay);
  }

  /** One call at a time: to give one up would not stop the work for it, and the next would wait for that. */
  async call(what, channels, since) {
    if (this.calls[what]) {
      this.waiting[what] = since;
      return;
    }
    const template = document.getElementById('template')?.value ?? '';
    if (!template) {
      return;
    }
    this.calls[what] = true;
    const files = Object.fromEntries(this.dirty().map((path) => [path, this.fields.get(path).value]));
    try {
      const response = await fetch(`${this.form.dataset.path}/preview`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ template, files, channels, order: this.order() }),
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      await this.seen(what, channels, await response.json(), since);
    } catch {
      this.showing.failed(this.form.dataset.failed);
    } finally {
      this.calls[what] = false;
      const next = this.waiting[what];
      if (next) {
        delete this.waiting[what];
        this.call(what, channels, next);
      }
    }
  }

  async seen(what, channels, sighting, since) {
    this.faults = sighting.faults;
    this.problems[what] = sighting.problems;
    await this.showing.show(channels, sighting);
    this.showing.complain(this.faults, Object.values(this.problems).flat(), sighting.refusal);
    this.source.complain(this.faultsOf(this.source.path));
    requestAnimationFrame(() => {
      const taken = Math.round(performance.now() - since);
      performance.measure(`preview-${what}`, { start: since, end: performance.now() });
      document.getElementById('preview').dataset[what] = String(taken);
    });
  }

  faultsOf(path) {
    return this.faults.filter((fault) => fault.line > 0 && isOf(fault.file, path));
  }

  async learn() {
    const template = document.getElementById('template')?.value ?? '';
    const response = await fetch(`${this.form.dataset.path}/preview/words?template=${encodeURIComponent(template)}`);
    if (response.ok) {
      this.words = await response.json();
    }
  }
}

/** Faults name files by their place among all templates. */
export function isOf(file, path) {
  return file === path || file.endsWith(`/${path}`);
}
