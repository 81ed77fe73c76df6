/** Adds, removes and moves the rows of a form in place. Without it each press posts the form. */

class RowList extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (click) => {
      const button = click.target instanceof Element ? click.target.closest('button[name="action"]') : null;
      if (!(button instanceof HTMLButtonElement)) return;
      click.preventDefault();
      const row = button.closest<HTMLElement>('[data-row]');
      if (!row) this.#add();
      else if (button.dataset['act'] === 'remove') this.#remove(row);
      else this.#move(row, button);
    });
    this.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.name.endsWith('-name')) return;
      const title = target.closest('[data-row]')?.querySelector('[data-title]');
      if (title) title.textContent = target.value || 'A new place';
    });
  }

  #rows = () => [...this.querySelectorAll<HTMLElement>('[data-rows] > [data-row]')];

  #add() {
    const made = this.querySelector('template')?.content.cloneNode(true);
    if (!made) return;
    this.querySelector('[data-rows]')?.append(made);
    this.#changed();
    this.#rows().at(-1)?.querySelector('input')?.focus();
  }

  #remove(row: HTMLElement) {
    const near = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.#changed('Removed');
    const next = near?.querySelector<HTMLElement>('[data-act="remove"]');
    (next ?? this.querySelector<HTMLElement>('[data-add] button'))?.focus();
  }

  #move(row: HTMLElement, button: HTMLButtonElement) {
    const up = button.dataset['act'] === 'up';
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (up) other?.before(row);
    else other?.after(row);
    const rows = this.#rows();
    this.#changed(`Moved to ${rows.indexOf(row) + 1} of ${rows.length}`);
    const still = button.hidden
      ? row.querySelector<HTMLElement>(`[data-act="${up ? 'down' : 'up'}"]`)
      : button;
    still?.focus();
  }

  /** Numbers the rows anew: their fields are named by their place. */
  #changed(words = '') {
    const list = this.dataset['list'] ?? '';
    const rows = this.#rows();
    rows.forEach((row, index) => {
      const name = `${list}-${index + 1}`;
      for (const element of [row, ...row.querySelectorAll('*')]) {
        for (const attribute of ['id', 'name', 'for', 'value', 'aria-describedby']) {
          // what was typed is no attribute, but a date that was there is
          if (attribute === 'value' && !(element instanceof HTMLButtonElement)) continue;
          const text = element.getAttribute(attribute);
          if (text) element.setAttribute(attribute, text.replace(new RegExp(`\\b${list}-\\d+`, 'g'), name));
        }
      }
      for (const number of row.querySelectorAll('[data-number]')) number.textContent = String(index + 1);
      const hide = (act: string, hidden: boolean) => {
        const button = row.querySelector<HTMLElement>(`[data-act="${act}"]`);
        if (button) button.hidden = hidden;
      };
      hide('up', index === 0);
      hide('down', index === rows.length - 1);
    });
    const add = this.querySelector<HTMLElement>('[data-add]');
    if (add) add.hidden = rows.length >= Number(this.dataset['most']);
    const status = this.querySelector('[data-moved]');
    if (status) status.textContent = words;
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

customElements.define('row-list', RowList);
