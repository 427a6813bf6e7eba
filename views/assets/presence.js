// Says every minute that this page is still open, and who else has it open. Only while somebody is really here: a page
// that was left in the evening must not keep its session alive.

const EVERY = 60_000;
const AWAY = 5 * 60_000;

function attach(place) {
  const others = place.querySelector('[role=status]');
  const isClash = place.classList.contains('presence--clash');
  let moved = performance.now();
  for (const sign of ['keydown', 'pointerdown', 'scroll'])
    addEventListener(sign, () => { moved = performance.now(); }, { passive: true });
  setInterval(async () => {
    if (document.hidden || performance.now() - moved > AWAY) return;
    try {
      const token = document.querySelector('input[name=_csrf]').value;
      const body = new URLSearchParams({ doing: place.dataset.doing, _csrf: token });
      const headers = { Accept: 'application/json' };
      const answer = await fetch(place.dataset.presence, { method: 'POST', body, headers, redirect: 'error' });
      if (!answer.ok) return;
      const { others: words } = await answer.json();
      // A warning that stands is not taken back in the middle of the work.
      if (words || !isClash) others.textContent = words;
    } catch {
      // A courtesy: the next minute tries again.
    }
  }, EVERY);
}

for (const place of document.querySelectorAll('[data-presence]')) attach(place);
