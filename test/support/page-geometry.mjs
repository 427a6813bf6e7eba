// Runs in the inspected page, before its own scripts.

const CONTROLS = 'button, summary, select, textarea, .button, input:not([type="hidden"])';

/** @returns what reaches over the edge or is too small for a finger, in words; `target` in CSS pixels. */
globalThis.geometryFaults = (target) => {
  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  return [...(over > 0 ? [`reaches over the edge by ${over}px`] : []), ...smallTargets(target)];
};

function smallTargets(target) {
  return [...document.querySelectorAll(CONTROLS)].flatMap((control) => {
    const box = hitBox(control);
    const isSeen = control.checkVisibility() && !control.closest('[aria-hidden="true"]');
    if (!isSeen || (box.height >= target && box.width >= target)) return [];
    const name = `<${control.localName} ${control.id || control.className}> ${control.textContent.trim().slice(0, 30)}`;
    return [`small target ${Math.round(box.width)}×${Math.round(box.height)}: ${name}`];
  });
}

/** A radio button is hit through its label. */
function hitBox(control) {
  const label = control.matches('[type="radio"], [type="checkbox"]') ? control.labels[0] : null;
  return (label ?? control).getBoundingClientRect();
}
