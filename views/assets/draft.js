// Keeps what is being typed: every 20 seconds and when the page is left. Without it “Lưu nháp” does the same.

const EVERY = 20_000;

/** Texts only: files and buttons are not kept. */
function textsOf(form) {
  const texts = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== 'files');
  return new URLSearchParams(texts);
}

/** What a person typed, without the tokens that the page carries. */
function typedIn(form) {
  const texts = textsOf(form);
  texts.delete('_csrf');
  return texts.toString();
}

function attach(form) {
  const said = form.querySelector('[data-draft-said]');
  let kept = typedIn(form);
  let isSent = false;
  const keep = async () => {
    const typed = typedIn(form);
    if (isSent || typed === kept) return;
    kept = typed;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: 'POST',
        body: textsOf(form),
        headers: { Accept: 'application/json' },
        keepalive: typed.length < 60_000,
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { said: words } = await answer.json();
      if (said && words) said.textContent = words;
    } catch {
      kept = '';
      if (said) said.textContent = said.dataset.failed;
    }
  };
  // What is sent need not be kept; a page that comes back from the browser's memory goes on.
  form.addEventListener('submit', () => { isSent = true; });
  addEventListener('pageshow', () => { isSent = false; });
  addEventListener('pagehide', () => void keep());
  document.addEventListener('visibilitychange', () => { if (document.hidden) void keep(); });
  setInterval(() => void keep(), EVERY);
}

for (const form of document.querySelectorAll('form[data-draft]')) attach(form);
