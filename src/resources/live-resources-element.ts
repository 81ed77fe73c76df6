import { languageHere } from '#i18n/language.ts';
import { pathHere, sayHere } from '#i18n/spoken-here.ts';
import type { newerSpanish } from './spanish.ts';
import { changesSince, newPostsInWords, type ListedResource, type ResourcesNow } from './live-list.ts';

/**
 * `<live-resources data-built>`: adds what was posted after the page was built, takes away what is gone, and sets
 * right what was renamed, while a new page is on its way. Says it once, and moves nothing that somebody is on.
 */
class LiveResources extends HTMLElement {
  connectedCallback(): void {
    fetch('/api/resources', { headers: { Accept: 'application/json' } }).then(
      (answer) =>
        answer.ok ? (answer.json() as Promise<ResourcesNow>).then((now) => this.#show(now)) : undefined,
      // offline: what the page was built with stays
      () => {},
    );
  }

  #show(now: ResourcesNow): void {
    const shown = [...this.querySelectorAll<HTMLElement>('li[data-slug]')];
    const rowOf = (slug: string) => shown.find((row) => row.dataset['slug'] === slug);
    const names = shown.map((row) => row.dataset['slug'] ?? '');
    const { gone, changed, added } = changesSince(names, this.dataset['built'] ?? '', now);
    for (const slug of gone) this.#takeAway(rowOf(slug));
    for (const entry of changed) fill(rowOf(entry.slug), entry);
    this.#add(added);
  }

  #takeAway(row: HTMLElement | undefined): void {
    if (!row || row.contains(document.activeElement)) return;
    const section = row.closest<HTMLElement>('[data-topic]');
    row.remove();
    if (section && !section.querySelector('li')) section.hidden = true;
  }

  #add(entries: ListedResource[]): void {
    const words = newPostsInWords(entries.length, sayHere<typeof newerSpanish>());
    const place = this.querySelector<HTMLElement>('[data-new]');
    const shape = this.querySelector<HTMLTemplateElement>('template');
    if (words === null || !place || !shape) return;
    place.querySelector('ul')?.replaceChildren(
      ...entries.map((entry) => {
        const row = shape.content.cloneNode(true) as DocumentFragment;
        fill(row.querySelector('li') ?? undefined, entry);
        return row;
      }),
    );
    place.hidden = false;
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

function fill(row: HTMLElement | undefined, { slug, title, summary, language }: ListedResource): void {
  const link = row?.querySelector('a');
  const about = row?.querySelector('[data-summary]');
  if (!row || !link || !about) return;
  row.dataset['slug'] = slug;
  if (language === languageHere()) row.removeAttribute('lang');
  else row.lang = language;
  link.href = pathHere(`/resources/${slug}/`);
  link.textContent = title;
  about.textContent = summary;
}

customElements.define('live-resources', LiveResources);
