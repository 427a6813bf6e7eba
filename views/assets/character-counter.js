// Says how many characters are left, counted as people count them: “ế” is one, however it was typed.

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('vi', { granularity: 'grapheme' }) : null;

/** @returns the number of characters a person sees; a line break, sent as two characters, is one. */
function countCharacters(text) {
  const clean = text.normalize('NFC').replace(/\r\n/g, '\n');
  return segmenter ? [...segmenter.segment(clean)].length : [...clean].length;
}

const print = (number) => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

function attach(counter) {
  const input = document.getElementById(counter.dataset.counterFor);
  const max = Number(counter.dataset.max);
  // The visible text follows every key; what is read aloud waits for a pause.
  const spoken = Object.assign(document.createElement('span'), { className: 'visually-hidden' });
  spoken.setAttribute('aria-live', 'polite');
  counter.after(spoken);
  let pause;
  const update = () => {
    const left = max - countCharacters(input.value);
    counter.textContent = (left < 0 ? counter.dataset.over : counter.dataset.left).replace('#', print(Math.abs(left)));
    counter.classList.toggle('field__counter--over', left < 0);
    clearTimeout(pause);
    pause = setTimeout(() => { spoken.textContent = left < max / 10 ? counter.textContent : ''; }, 1000);
  };
  input.addEventListener('input', update);
  if (input.value) update();
}

for (const counter of document.querySelectorAll('[data-counter-for]')) attach(counter);
