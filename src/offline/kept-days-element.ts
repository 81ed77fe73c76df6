import { languageHere } from '#i18n/language.ts';
import { pathHere } from '#i18n/spoken-here.ts';
import { coming, dayDrawer } from './day-drawer.ts';
import { onChangeElsewhere, open } from '#platform/kept/keeping.ts';

/** `<kept-days>`: what somebody kept of an event, with its page. Behind a lock there is nothing to see. */
class KeptDays extends HTMLElement {
  connectedCallback() {
    onChangeElsewhere(dayDrawer, () => void this.#show(), new AbortController().signal);
    void this.#show();
  }

  async #show() {
    const opened = await open(dayDrawer);
    const days = opened.state === 'open' ? coming(opened.value ?? [], Date.now()) : [];
    this.querySelector('ul')?.replaceChildren(
      ...days.map(({ slug, title, when, where, contact }) => {
        const link = Object.assign(document.createElement('a'), {
          href: pathHere(`/events/${slug}/`),
          textContent: title,
        });
        // staff wrote it in English
        if (languageHere() === 'es') link.lang = 'en';
        const item = document.createElement('li');
        item.append(
          link,
          ...[when, where, contact].filter(Boolean).flatMap((line) => [document.createElement('br'), line]),
        );
        return item;
      }),
    );
    this.hidden = days.length === 0;
  }
}
customElements.define('kept-days', KeptDays);
