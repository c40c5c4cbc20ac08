// The preview: pages with their zones, the mail in its frame, the text message in bubbles, and what is wrong.
const SVG = 'http://www.w3.org/2000/svg';
const WIDTHS = { desktop: 680, phone: 375 };

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** Whether a problem is what a fault has said already. */
function tells(detail, fault) {
  return detail.includes(fault.detail) || (fault.line > 0 && detail.startsWith(`${fault.file}, line ${fault.line}:`));
}

const by = (id) => document.getElementById(id);

export class Showing {
  constructor(form, open) {
    this.say = form.dataset;
    this.open = open;
    this.width = 'desktop';
    this.frame = by('mail');
    this.choices('[data-show]', 'show', (show) => (by('preview').dataset.show = show));
    this.choices('[data-width]', 'width', (width) => {
      this.width = width;
      this.fit();
    });
    by('zones').addEventListener('change', (event) => by('sheets').classList.toggle('zoned', event.target.checked));
    new ResizeObserver(() => this.fit()).observe(by('mail-stage'));
    this.frame.addEventListener('load', () => this.mail && this.fill());
  }

  choices(selector, name, act) {
    const buttons = [...document.querySelectorAll(`button${selector}`)];
    buttons.forEach((button) =>
      button.addEventListener('click', () => {
        buttons.forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
        act(button.dataset[name]);
      }),
    );
  }

  async show(channels, sighting) {
    by('preview-failed').hidden = true;
    if (channels.includes('print')) {
      await this.letter(sighting);
    }
    if (channels.includes('email')) {
      this.email(sighting);
      this.sms(sighting);
      this.judge(sighting.judgement);
    }
  }

  failed(words) {
    by('preview-failed').textContent = words;
    by('preview-failed').hidden = false;
  }

  /** Whoever makes a mistake while typing goes on seeing what was there before it. */
  isMissing(channel, sighting) {
    const missing = !sighting[channel];
    document.querySelector(`.channel-${channel}`).classList.toggle('dim', missing);
    if (missing) {
      const isBroken = sighting.faults.length > 0 || sighting.problems.some((problem) => problem.channel === channel);
      by(`${channel}-meta`).textContent = isBroken ? this.say.broken : this.say.notCarried;
    }
    return missing;
  }

  async letter(sighting) {
    if (this.isMissing('print', sighting)) {
      return;
    }
    const { print } = sighting;
    by('print-meta').textContent = `${print.count} ${print.count === 1 ? this.say.page : this.say.pages}`;
    const sheets = print.pages.map((page, index) => {
      const name = `${this.say.page} ${index + 1} ${this.say.of} ${print.count}`;
      return element(
        'figure',
        { class: 'leaf' },
        element('img', { src: `data:image/png;base64,${page.png}`, alt: name }),
        this.zones(page, index === 0 ? print.zones : print.zones.filter((zone) => zone.kind !== 'window')),
        element('figcaption', {}, name),
      );
    });
    // Ready to be painted, so that nothing flickers.
    await Promise.allSettled(sheets.map((sheet) => sheet.querySelector('img').decode()));
    by('sheets').replaceChildren(...sheets);
  }

  zones(page, zones) {
    const overlay = document.createElementNS(SVG, 'svg');
    overlay.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`);
    overlay.setAttribute('class', 'zones');
    overlay.setAttribute('aria-hidden', 'true');
    zones.forEach((zone) => {
      const rectangle = document.createElementNS(SVG, 'rect');
      Object.entries({ x: zone.left, y: zone.top, width: zone.width, height: Math.max(zone.height, 0.3) }).forEach(
        ([key, value]) => rectangle.setAttribute(key, value),
      );
      rectangle.setAttribute('class', `zone-${zone.kind}`);
      const title = document.createElementNS(SVG, 'title');
      title.textContent = this.say[zone.kind];
      rectangle.append(title);
      overlay.append(rectangle);
    });
    return overlay;
  }

  email(sighting) {
    if (this.isMissing('email', sighting)) {
      return;
    }
    const { email } = sighting;
    by('email-meta').textContent = `${Math.ceil(email.bytes / 1000)} kB`;
    by('mail-from').textContent = email.from;
    by('mail-subject').textContent = email.subject;
    by('mail-attached').textContent = email.attachments.join(', ') || '–';
    by('mail-plain').textContent = email.text;
    this.mail = email.html;
    this.fill();
  }

  /** The frame has a policy of its own under which nothing in it runs or loads. */
  fill() {
    const inside = this.frame.contentDocument;
    // What stands in its place before that has the policy of this page, which refuses the styles of a mail.
    if (inside?.URL.endsWith('/preview/shell')) {
      inside.documentElement.innerHTML = this.mail;
      this.fit();
    }
  }

  fit() {
    const plain = this.width === 'plain';
    by('mail-plain').hidden = !plain;
    by('mail-stage').hidden = plain;
    const stage = by('mail-stage');
    if (plain || stage.clientWidth === 0) {
      return;
    }
    const width = WIDTHS[this.width];
    const scale = Math.min(1, stage.clientWidth / width);
    this.frame.style.width = `${width}px`;
    this.frame.style.transform = `scale(${scale})`;
    const height = Math.max(300, this.frame.contentDocument?.body?.scrollHeight ?? 0);
    this.frame.style.height = `${height}px`;
    stage.style.height = `${height * scale}px`;
    stage.classList.toggle('narrow', this.width === 'phone');
  }

  sms(sighting) {
    if (this.isMissing('sms', sighting)) {
      return;
    }
    const { sms } = sighting;
    const count = sms.segments.length;
    by('sms-meta').textContent = [
      `${count} ${count === 1 ? this.say.segment : this.say.segments}`,
      sms.encoding,
      `${sms.characters} ${this.say.characters}`,
      sms.cost,
    ]
      .filter(Boolean)
      .join(' · ');
    by('sms-from').textContent = sms.from;
    const parts = sms.segments.map((text, index) => element('span', { class: `part part-${index % 2}` }, text));
    by('bubbles').replaceChildren(element('p', { class: 'bubble' }, ...parts));
  }

  judge(judgement) {
    if (!judgement) {
      return;
    }
    const ease = judgement.readingEase ?? undefined;
    by('ease').hidden = ease === undefined;
    if (ease !== undefined) {
      by('ease-meter').value = ease;
      by('ease-words').textContent = `${ease} · ${ease < 30 ? this.say.hard : ease < 50 ? this.say.fair : this.say.easy}`;
    }
    by('plan').replaceChildren(
      ...judgement.plan.map((step) =>
        element('li', { 'data-use': step.use }, element('strong', {}, this.name(step.channel)), ` ${step.why}`),
      ),
    );
  }

  name(channel) {
    return this.say[`${channel}Name`] ?? channel;
  }

  complain(faults, problems, refusal) {
    const items = faults.map((fault) => this.fault(fault));
    const told = new Map();
    problems
      .filter((problem) => !faults.some((fault) => tells(problem.detail, fault)))
      .forEach(({ channel, detail }) => told.set(detail, [...(told.get(detail) ?? []), this.name(channel)]));
    told.forEach((names, detail) => {
      const channels = [...new Set(names)].filter(Boolean).join(', ');
      items.push(channels ? element('li', {}, element('strong', {}, channels), ` ${detail}`) : element('li', {}, detail));
    });
    if (refusal) {
      items.push(element('li', {}, refusal));
    }
    by('problem-count').textContent = items.length > 0 ? `(${items.length})` : '';
    by('problems').replaceChildren(
      ...(items.length > 0 ? items : [element('li', { class: 'fine' }, this.say.none)]),
    );
  }

  fault(fault) {
    const place = fault.line > 0 ? `${fault.file}, ${this.say.line} ${fault.line}` : `${fault.file} ${fault.pointer ?? ''}`;
    const path = [...document.querySelectorAll('[data-open]')]
      .map((link) => link.dataset.open)
      .find((one) => fault.file === one || fault.file.endsWith(`/${one}`));
    const item = element('li', { class: 'fault' });
    if (path) {
      const go = element('button', { type: 'button', class: 'link' }, place);
      go.addEventListener('click', () => this.open(path, fault.line));
      item.append(go);
    } else {
      item.append(element('strong', {}, place));
    }
    item.append(` ${fault.detail}`);
    return item;
  }
}
