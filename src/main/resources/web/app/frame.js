import htmx from 'htmx.org';

// What every page can do beyond links and forms. Each part finds what it is for by an attribute, and pages work without it.

/** What is refused comes as the page that says why, so it is shown; what breaks leaves the page as it is. */
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '[234]..', swap: true },
  { code: '5..', swap: false, error: true },
];

/** data-shortcut="/" on a field: that key goes there. */
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const field = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
  if (field) {
    event.preventDefault();
    field.focus();
    field.select?.();
  }
});

/** A menu closes when something else is pressed, and on Escape, which gives the focus back. */
document.addEventListener('click', (event) => {
  document.querySelectorAll('details.menu-button[open]').forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && event.target.closest('details.menu-button[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

/** data-confirm="…" on a form: what cannot be undone is asked for once more. */
document.addEventListener('submit', (event) => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});

/** A form that changes something is sent once, however often its button is pressed. */
const PRESSED_AGAIN = 5000;
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  } else {
    form.dataset.sent = 'true';
    setTimeout(() => delete form.dataset.sent, PRESSED_AGAIN);
  }
});

/**
 * data-live="/path" on an element: server-sent events of that address make it load itself again from data-live-from
 * (default: this page), at most once in this time. So does each new connection, for what has happened before it.
 */
const LIVE_PAUSE = 1500;
const sources = new Map();

function follow(element) {
  const { id } = element;
  const address = element.dataset.live;
  const source = new EventSource(address);
  sources.set(address, source);
  let waiting = false;
  const renew = () => {
    waiting = false;
    const place = document.getElementById(id);
    if (place?.dataset.live === address) {
      const from = place.dataset.liveFrom ?? location.href;
      htmx.ajax('GET', from, { target: place, select: `#${id}`, swap: 'outerHTML' });
    } else {
      source.close();
      sources.delete(address);
    }
  };
  const soon = () => {
    if (!waiting) {
      waiting = true;
      setTimeout(renew, LIVE_PAUSE);
    }
  };
  source.onopen = soon;
  source.onmessage = soon;
  window.addEventListener('pagehide', () => source.close(), { once: true });
}

function followAll() {
  document.querySelectorAll('[data-live]').forEach((element) => {
    if (!sources.has(element.dataset.live)) {
      follow(element);
    }
  });
}
document.addEventListener('DOMContentLoaded', followAll);
document.addEventListener('htmx:afterSettle', followAll);
