import { download } from '../frame/download.ts';
import { everything } from '#platform/kept/everything.ts';
import { keepHere } from '#platform/kept/may-keep.ts';
import { tellTools } from '../frame/keeping-asked.ts';
import { drawers } from './drawers.ts';
import type { TakeHow } from './listed-drawer.ts';
import { mostBytes, readCopy, writeCopy, type CopyRow } from './saved-copy.ts';
import { things, thingsHere } from './things.ts';
import { copyName, copyWords, rowWords, troubleWords } from './words.ts';

/** `<saved-copy>`: saves everything to a file, and brings such a file back after showing what it would do. */
export class SavedCopy extends HTMLElement {
  #rows: CopyRow[] = [];

  connectedCallback() {
    this.#on('[data-save]', 'click', () => void this.#save());
    this.#on('[data-print-all]', 'click', () => print());
    this.#on('#copy', 'change', () => void this.#read());
    this.#on('[data-leave]', 'click', () => this.#end(''));
    for (const button of this.querySelectorAll<HTMLElement>('[data-take]')) {
      button.addEventListener('click', () => void this.#take(button.dataset['take'] as TakeHow));
    }
  }

  async #save() {
    const all = await everything();
    const found = thingsHere();
    if (all.drawers.size + all.asides.size + found.known.length === 0) return this.#say(copyWords.nothing);
    download(copyName, 'application/json', writeCopy(all, found, new Date()));
    this.#say(copyWords.saved);
  }

  async #read() {
    const file = this.querySelector<HTMLInputElement>('#copy')?.files?.[0];
    if (!file) return;
    const read =
      file.size > mostBytes ? { trouble: 'too-big' as const } : readCopy(await file.text(), drawers, things);
    if ('trouble' in read) return this.#end(troubleWords[read.trouble]);
    const here = await everything();
    const has = new Set([...here.drawers.keys(), ...thingsHere().known.map(({ thing }) => thing.key)]);
    this.#rows = read.rows;
    this.querySelector('[data-rows]')?.replaceChildren(
      ...read.rows.map((row) => {
        const item = document.createElement('li');
        const title = Object.assign(document.createElement('strong'), { textContent: row.title });
        item.append(title, `. ${rowWords(row, has.has(row.name))}`);
        return item;
      }),
    );
    for (const button of this.querySelectorAll<HTMLElement>('[data-take]')) {
      button.hidden = !read.rows.some(({ take }) => take);
    }
    this.#review(true);
    this.#say('');
  }

  async #take(how: TakeHow) {
    if (!(await keepHere())) return this.#end(copyWords.notTaken);
    const left: string[] = [];
    let taken = 0;
    for (const row of this.#rows) {
      if (!row.take) continue;
      if (await this.#takeRow(row, how)) taken += 1;
      else left.push(row.title);
    }
    tellTools();
    const words = copyWords.taken(taken);
    this.#end(left.length > 0 ? `${words} ${copyWords.partly(left.join(', '))}` : words);
  }

  async #takeRow(row: Extract<CopyRow, { take: true }>, how: TakeHow): Promise<boolean> {
    if ('drawer' in row) return (await row.drawer.take(row.kept, how)) === 'kept';
    try {
      localStorage.setItem(row.thing.key, row.text);
      return true;
    } catch {
      return false;
    }
  }

  #end(words: string) {
    this.#rows = [];
    this.#review(false);
    const field = this.querySelector<HTMLInputElement>('#copy');
    if (field) field.value = '';
    this.#say(words);
  }

  #review(shown: boolean) {
    const review = this.querySelector<HTMLElement>('[data-review]');
    if (review) review.hidden = !shown;
  }

  #say(words: string) {
    const status = this.querySelector<HTMLElement>('[data-copy-status]');
    if (!status) return;
    status.textContent = words;
    if (words !== '') status.focus();
  }

  #on(selector: string, type: string, listener: () => void) {
    this.querySelector(selector)?.addEventListener(type, listener);
  }
}
