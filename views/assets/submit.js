// Keeps on this device what is being written: a cheap phone forgets a tab that is left for a moment.
// Kept is what one wants to say, for a day; never who one is.

const KEY = 'lang-nghe.draft';
const KEPT = 24 * 3600 * 1000;
const TEXTS = ['title', 'content'];
const CHOICES = ['kind', 'subject'];

const form = document.querySelector('form[data-draft]');
const sent = document.querySelector('[data-sent]');

/** Storage may be refused (private windows): then there is simply no draft. */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

function load() {
  const draft = attempt(() => JSON.parse(localStorage.getItem(KEY)));
  return draft && Date.now() - draft.at < KEPT ? draft : null;
}

function forget() {
  attempt(() => localStorage.removeItem(KEY));
}

function save() {
  const values = Object.fromEntries([...TEXTS, ...CHOICES].map((name) => [name, form.elements[name]?.value ?? '']));
  if (TEXTS.every((name) => values[name].trim() === '')) forget();
  else attempt(() => localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), values })));
}

/** Only into an empty form: what the server has sent back is newer. */
function restore({ values }) {
  if (TEXTS.some((name) => form.elements[name].value !== '')) return;
  for (const name of TEXTS) {
    form.elements[name].value = values[name] ?? '';
    form.elements[name].dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const name of CHOICES) if (values[name]) form.elements[name].value = values[name];
  form.prepend(restoredNotice());
}

function restoredNotice() {
  const notice = Object.assign(document.createElement('div'), { className: 'notice notice--info' });
  notice.setAttribute('role', 'status');
  const body = Object.assign(document.createElement('div'), { className: 'notice__body cluster' });
  const text = Object.assign(document.createElement('p'), { textContent: form.dataset.restored });
  const discard = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--secondary', textContent: form.dataset.discard });
  discard.addEventListener('click', () => {
    forget();
    form.reset();
    for (const name of TEXTS) form.elements[name].dispatchEvent(new Event('input', { bubbles: true }));
    forget();
    notice.remove();
    form.elements[TEXTS[0]].focus();
  });
  body.append(text, discard);
  notice.append(body);
  return notice;
}

if (sent) forget();
if (form) {
  const draft = load();
  if (draft) restore(draft);
  form.addEventListener('input', save);
  form.addEventListener('change', save);
}
