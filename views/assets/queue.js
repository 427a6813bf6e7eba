// Choosing many items of a list; without it every box is ticked by hand and works all the same.
const form = document.querySelector('[data-bulk]');
const boxes = form ? [...form.querySelectorAll('input[name="item"]')] : [];
const all = form?.querySelector('[data-all]');

function tell() {
  const chosen = boxes.filter(({ checked }) => checked).length;
  form.querySelector('[data-chosen]').textContent = chosen > 0 ? `: ${chosen}` : '';
  all.checked = chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
}

if (all && boxes.length > 0) {
  all.closest('[hidden]').hidden = false;
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  form.addEventListener('change', ({ target }) => target !== all && tell());
  // A page that was kept by the browser comes back with its ticks.
  addEventListener('pageshow', tell);
  tell();
}
