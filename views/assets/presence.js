// Says every minute that this page is still open, and who else has it open. Only while somebody is really here: a page
// that was left in the evening must not keep its session alive.

const EVERY = 60_000;
const AWAY = 5 * 60_000;

function attach(form) {
  const others = form.querySelector('[data-others]');
  const isClash = form.classList.contains('presence--clash');
  let moved = performance.now();
  for (const sign of ['keydown', 'pointerdown', 'scroll'])
    addEventListener(sign, () => { moved = performance.now(); }, { passive: true });
  setInterval(async () => {
    if (document.hidden || performance.now() - moved > AWAY) return;
    try {
      const body = new URLSearchParams(new FormData(form));
      const headers = { Accept: 'application/json' };
      const answer = await fetch(form.action, { method: 'POST', body, headers, redirect: 'error' });
      if (!answer.ok) return;
      const { others: words } = await answer.json();
      // A warning that stands is not taken back in the middle of the work.
      if (words || !isClash) others.textContent = words;
    } catch {
      // A courtesy: the next minute tries again.
    }
  }, EVERY);
}

for (const form of document.querySelectorAll('form[data-presence]')) attach(form);
