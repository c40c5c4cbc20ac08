import htmx from 'htmx.org';

// What every page can do beyond links and forms. Each part finds what it is for by an attribute, and pages work without it.

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

/**
 * data-live="/path" on an element: server-sent events of that address make it load itself again from data-live-from
 * (default: this page), at most once a second.
 */
const LIVE_PAUSE = 1000;

function follow(element) {
  const events = new EventSource(element.dataset.live);
  let waiting = false;
  events.onmessage = () => {
    if (!element.isConnected) {
      events.close();
    } else if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        htmx.ajax('GET', element.dataset.liveFrom ?? location.href, {
          target: element,
          select: `#${element.id}`,
          swap: 'outerHTML',
        });
      }, LIVE_PAUSE);
    }
  };
  window.addEventListener('pagehide', () => events.close(), { once: true });
}

const followed = new WeakSet();
function followAll() {
  document.querySelectorAll('[data-live]').forEach((element) => {
    if (!followed.has(element)) {
      followed.add(element);
      follow(element);
    }
  });
}
document.addEventListener('DOMContentLoaded', followAll);
document.addEventListener('htmx:afterSettle', followAll);
