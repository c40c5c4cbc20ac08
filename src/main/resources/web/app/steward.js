// Uncertain pairs as a deck: one at a time, decided by a key; the next pair is in hand before it is asked for.

const deck = document.getElementById('deck');

function dealt() {
  return [...deck.querySelectorAll('.pair')];
}

let current = 0;
let loading = null;
const decided = [];

function show(index, focus = true) {
  const pairs = dealt();
  current = Math.max(0, Math.min(index, pairs.length - 1));
  pairs.forEach((pair, at) => {
    pair.hidden = at !== current;
  });
  if (focus) {
    pairs[current]?.focus({ preventScroll: true });
  }
  if (pairs.length - current < 4) {
    more();
  }
}

/** Fetches the pairs that follow, once at a time. */
function more() {
  if (loading || deck.dataset.more !== 'true') {
    return loading ?? Promise.resolve();
  }
  loading = fetch(`/match-candidates${deck.dataset.next}`)
    .then((answer) => answer.text())
    .then((text) => {
      const page = new DOMParser().parseFromString(text, 'text/html');
      const following = page.getElementById('deck');
      deck.dataset.more = following?.dataset.more ?? 'false';
      deck.dataset.next = following?.dataset.next ?? '';
      following?.querySelectorAll('.pair').forEach((pair) => {
        if (!document.getElementById(pair.id)) {
          pair.hidden = true;
          deck.append(pair);
        }
      });
    })
    .finally(() => {
      loading = null;
    });
  return loading;
}

function say(what, undoable) {
  const said = document.getElementById('deck-said');
  said.querySelector('span').textContent = said.dataset[what];
  said.querySelector('button').hidden = !undoable;
  said.hidden = false;
}

async function decide(verdict) {
  const pair = dealt()[current];
  if (!pair) {
    return;
  }
  const form = pair.querySelector('form');
  const body = new URLSearchParams(new FormData(form));
  body.set('verdict', verdict);
  const at = current;
  pair.remove();
  const act = {};
  decided.push(act);
  if (dealt().length === 0) {
    await more();
  }
  show(at);
  say(verdict, true);
  count(-1);
  act.sent = fetch(form.getAttribute('action'), { method: 'POST', body, headers: { 'HX-Request': 'true' } });
  const answer = await act.sent;
  if (!answer.ok) {
    decided.splice(decided.indexOf(act), 1);
    say('stale', false);
    setTimeout(() => location.reload(), 1500);
  }
}

async function undo() {
  const act = decided.pop();
  const operation = (await act?.sent)?.headers.get('Operation');
  if (!operation) {
    return;
  }
  const answer = await fetch(`/link-operations/${operation}/undo`, { method: 'POST', headers: { 'HX-Request': 'true' } });
  if (answer.ok) {
    // The pair comes back as another question, with another version.
    say('undone', false);
    setTimeout(() => location.assign('/match-candidates'), 600);
  } else {
    say('stale', false);
  }
}

function count(by) {
  const open = document.querySelector('[data-open]');
  open.textContent = open.textContent.replace(/[\d.,]+/, (number) => Math.max(0, Number(number.replace(/\D/g, '')) + by));
}

const KEYS = {
  s: () => decide('same'),
  d: () => decide('different'),
  j: () => show(current + 1),
  k: () => show(current - 1),
  u: undo,
};

if (deck) {
  show(0, false);
  deck.addEventListener('submit', (event) => {
    event.preventDefault();
    decide(event.submitter.value);
  });
  document.querySelector('#deck-said [data-undo]').addEventListener('click', undo);
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const act = KEYS[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

// data-select on a field: what stands in it is chosen as soon as it is entered, to be copied.
document.querySelectorAll('input[data-select]').forEach((field) => field.addEventListener('focus', () => field.select()));
