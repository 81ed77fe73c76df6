import { languageHere, languageOf } from '#i18n/language.ts';

/** `<visited-pages>`: a link to each page that was opened before and can be read without a network. */
class VisitedPages extends HTMLElement {
  connectedCallback() {
    void this.#show().catch(() => undefined);
  }

  async #show() {
    const pages: { path: string; title: string }[] = [];
    for (const name of ['visited', 'visited-meetings']) {
      if (!(await caches.has(name))) continue;
      const cache = await caches.open(name);
      for (const request of (await cache.keys()).toReversed()) {
        const path = new URL(request.url).pathname;
        const page = await cache.match(request);
        const title = /<title>([^<]*)/.exec((await page?.text()) ?? '')?.[1]?.replace(/ – .*$/, '');
        if (title && languageOf({ pathname: path }) === languageHere()) pages.push({ path, title });
      }
    }
    const parser = new DOMParser();
    this.querySelector('ul')?.replaceChildren(
      ...pages.map(({ path, title }) => {
        const link = Object.assign(document.createElement('a'), { href: path, className: 'way' });
        // as the page has it, with its entities
        link.textContent = parser.parseFromString(title, 'text/html').body.textContent;
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
    this.hidden = pages.length === 0;
  }
}
customElements.define('visited-pages', VisitedPages);
