// What every page gains from a script; without it everything works all the same.

// A page that comes back with faults says so first.
document.querySelector('[data-focus]')?.focus();

// Twice pressed is once sent. The server holds the same by its own means; this only spares the wait.
document.addEventListener('submit', ({ target, submitter }) => {
  if (target.method !== 'post' || !submitter) return;
  setTimeout(() => submitter.setAttribute('aria-disabled', 'true'));
});
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[aria-disabled="true"]')) event.preventDefault();
});
// Back to a page that was kept: its buttons work again.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button[aria-disabled]')) button.removeAttribute('aria-disabled');
});

for (const button of document.querySelectorAll('[data-print]')) {
  button.classList.add('is-live');
  button.addEventListener('click', () => print());
}
