// Suggestions while typing, after the combobox pattern of the ARIA practices. The field, its “Tìm” button and the
// radio buttons underneath are the form; this only fills the same radio buttons with fewer steps.

const PAUSE = 250;

class Combobox {
  constructor(root) {
    this.root = root;
    this.input = root.querySelector('input[type="search"]');
    this.results = root.querySelector('[data-results]');
    this.hits = [];
    this.active = -1;
    this.asked = 0;
    this.build();
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.choose(Number(event.target.closest('li')?.dataset.index)));
  }

  build() {
    const { input, root } = this;
    const line = input.parentElement;
    this.list = Object.assign(document.createElement('ul'), { className: 'combobox__list', id: `${input.id}-list`, hidden: true });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', root.querySelector('label').textContent.trim());
    this.status = Object.assign(document.createElement('div'), { className: 'visually-hidden' });
    this.status.setAttribute('role', 'status');
    line.classList.add('combobox--live');
    line.append(this.list);
    line.after(this.status);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', this.list.id]]) {
      input.setAttribute(name, value);
    }
  }

  typed() {
    clearTimeout(this.timer);
    const question = this.input.value.trim();
    if (question.length < 2) return this.close();
    this.timer = setTimeout(() => this.ask(question), PAUSE);
  }

  async ask(question) {
    const turn = ++this.asked;
    this.status.textContent = this.root.dataset.busy;
    const url = new URL(this.root.dataset.source, location.href);
    url.searchParams.set('q', question);
    try {
      const response = await fetch(url, { headers: { accept: 'application/json' } });
      if (!response.ok) throw new Error(String(response.status));
      const { results } = await response.json();
      if (turn === this.asked) this.show(results);
    } catch {
      // The button still finds: nothing to say.
      if (turn === this.asked) this.close();
    }
  }

  show(hits) {
    this.hits = hits;
    this.active = -1;
    this.list.replaceChildren(...hits.map((hit, index) => this.row(hit, index)));
    this.list.hidden = hits.length === 0;
    // Nothing found is said to the eye as well.
    this.status.className = hits.length ? 'visually-hidden' : 'field__hint';
    this.input.setAttribute('aria-expanded', String(hits.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    this.status.textContent = hits.length ? this.root.dataset.hits.replace('#', hits.length) : this.root.dataset.none;
  }

  row({ text, detail }, index) {
    const row = Object.assign(document.createElement('li'), { className: 'combobox__hit', id: `${this.list.id}-${index}`, textContent: text });
    row.setAttribute('role', 'option');
    row.dataset.index = index;
    if (detail) row.append(' ', Object.assign(document.createElement('span'), { className: 'choice__hint', textContent: detail }));
    return row;
  }

  key(event) {
    if (this.list.hidden) return;
    const last = this.hits.length - 1;
    const moves = { ArrowDown: this.active < last ? this.active + 1 : 0, ArrowUp: this.active > 0 ? this.active - 1 : last };
    if (event.key in moves) this.mark(moves[event.key]);
    else if (event.key === 'Enter' && this.active >= 0) this.choose(this.active);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }

  mark(index) {
    this.active = index;
    [...this.list.children].forEach((row, at) => row.setAttribute('aria-selected', String(at === index)));
    this.input.setAttribute('aria-activedescendant', `${this.list.id}-${index}`);
    this.list.children[index].scrollIntoView({ block: 'nearest' });
  }

  choose(index) {
    const hit = this.hits[index];
    if (!hit) return;
    this.results.replaceChildren(this.chosen(hit));
    this.input.value = hit.text;
    this.close();
  }

  chosen({ value, text, detail }) {
    const id = `${this.root.dataset.name}-chosen`;
    const box = Object.assign(document.createElement('div'), { className: 'choice' });
    const radio = Object.assign(document.createElement('input'), { className: 'choice__input', type: 'radio', id, name: this.root.dataset.name, value, checked: true });
    const label = Object.assign(document.createElement('label'), { className: 'choice__label', htmlFor: id, textContent: text });
    if (detail) label.append(' ', Object.assign(document.createElement('span'), { className: 'choice__hint', textContent: detail }));
    box.append(radio, label);
    return box;
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.list.hidden = true;
    this.status.className = 'visually-hidden';
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}

for (const root of document.querySelectorAll('[data-combobox]')) new Combobox(root);
