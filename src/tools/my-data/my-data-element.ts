import { pathHere } from '#i18n/spoken-here.ts';
import { eraseRecord, everything, type Everything } from '#platform/kept/everything.ts';
import { onNews } from '#platform/kept/other-tabs.ts';
import { isAside } from '#platform/kept/records.ts';
import { keepingChanged, sayKept, tellTools } from '../frame/keeping-asked.ts';
import { drawers } from './drawers.ts';
import { changedOf } from './listed-drawer.ts';
import { thingsHere } from './things.ts';
import { changedOn, inside, listWords } from './words.ts';

/** `<my-data>`: lists what is kept here, each with a way to erase it. Behind a lock it shows nothing. */
export class MyData extends HTMLElement {
  connectedCallback() {
    document.addEventListener(keepingChanged, () => void this.#show());
    addEventListener('storage', () => void this.#show());
    onNews(() => void this.#show());
    // what is folded away on the page is part of the printout
    addEventListener('beforeprint', () => {
      for (const details of this.querySelectorAll('details')) details.open = true;
    });
    void this.#show();
  }

  async #show() {
    const all = await everything();
    const locked = all.state === 'locked';
    if (all.lock) await import('../frame/unlock-form-element.ts');
    const found = thingsHere();
    for (const part of document.querySelectorAll<HTMLElement>('unlock-form')) part.hidden = !locked;
    for (const part of document.querySelectorAll<HTMLElement>('[data-when-open]')) part.hidden = locked;
    this.hidden = locked;
    const waiting = this.querySelector<HTMLElement>('[data-waiting]');
    if (waiting) {
      waiting.hidden = found.waitingAtTheDoor === 0;
      waiting.textContent = listWords.waiting(found.waitingAtTheDoor);
    }
    const rows = locked ? [] : [...this.#drawers(all), ...this.#things()];
    this.querySelector('[data-drawers]')?.replaceChildren(...rows);
    const status = this.querySelector('[data-kept-status]');
    if (rows.length === 0 && status) {
      status.textContent = listWords[all.state === 'refused' ? 'refused' : 'none'];
    }
  }

  #drawers(all: Everything): Node[] {
    return [...all.drawers, ...all.asides].map(([name, record]) => {
      const drawer = drawers.find((one) => one.name === name);
      const read = drawer?.read(record);
      const title = drawer?.title ?? (isAside(name) ? listWords.aside(name.split('/')[2] ?? '') : name);
      const about = !read
        ? listWords[isAside(name) ? 'not-ours' : 'unknown']
        : 'trouble' in read
          ? listWords[read.trouble]
          : changedOn(changedOf(record));
      const lines = read && 'lines' in read ? read.lines : [];
      return this.#row({ title, page: drawer?.page, about, lines, erase: () => eraseRecord(name) });
    });
  }

  #things(): Node[] {
    const { known, unknown } = thingsHere();
    const forget = (key: string) => () => Promise.resolve(localStorage.removeItem(key));
    return [
      ...known.map(({ thing: { key, title, page }, lines }) =>
        this.#row({
          ...{ title, page, lines, erase: forget(key) },
          about: lines.length > 0 ? '' : listWords['not-ours'],
        }),
      ),
      ...unknown.map((key) =>
        this.#row({ title: key, page: undefined, about: listWords.unknown, lines: [], erase: forget(key) }),
      ),
    ];
  }

  #row(one: {
    title: string;
    page: string | undefined;
    about: string;
    lines: string[];
    erase: () => Promise<void>;
  }): Node {
    const row = this.querySelector('template')?.content.cloneNode(true) as DocumentFragment;
    const link = row.querySelector('a');
    if (one.page !== undefined && link) {
      link.href = pathHere(one.page);
      link.textContent = one.title;
    } else link?.replaceWith(one.title);
    const about = row.querySelector('[data-about]');
    if (about) about.textContent = one.about;
    const details = row.querySelector('details');
    if (details) details.hidden = one.lines.length === 0;
    const summary = row.querySelector('summary');
    if (summary) summary.textContent = inside(one.lines.length);
    row
      .querySelector('[data-lines]')
      ?.replaceChildren(
        ...one.lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
      );
    const button = row.querySelector('button');
    const words = button?.querySelector('span');
    if (words) words.textContent = listWords.eraseOne(one.title);
    button?.addEventListener('click', () => void this.#erase(one.title, one.erase));
    return row;
  }

  async #erase(title: string, erase: () => Promise<void>) {
    if (!confirm(listWords.erase(title))) return;
    await erase();
    sayKept(listWords.erased(title));
    tellTools();
  }
}
