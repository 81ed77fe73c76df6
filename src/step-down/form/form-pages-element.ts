import '#components/forms/error-summary.ts';
import { showProblems } from '#components/forms/show-problems.ts';
import type { spanish } from '#components/forms/spanish.ts';
import { sayHere } from '#i18n/spoken-here.ts';

const say = sayHere<typeof spanish>();

/**
 * Goes from page to page of the form inside one document, so that the browser's Back leads to the page
 * before with what was typed on it, and not to the question whether to send something again. The pages are
 * in memory only: they go with the tab. Without this the form posts as forms do.
 */
class FormPages extends HTMLElement {
  #pages = new Map<number, { title: string; content: DocumentFragment }>();
  #at = 0;
  #busy = false;

  connectedCallback() {
    history.replaceState({ page: 0 }, '');
    addEventListener('pageshow', () => (this.#busy = false));
    addEventListener('popstate', ({ state }) => this.#goTo((state as { page?: number } | null)?.page));
    this.addEventListener('submit', (submit) => {
      // the button that shows the form in the other language
      if (submit.submitter?.hasAttribute('formaction')) return;
      submit.preventDefault();
      void this.#send(submit.target as HTMLFormElement, submit.submitter);
    });
  }

  async #send(form: HTMLFormElement, button: HTMLElement | null) {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const fields = [...new FormData(form, button)].map(([name, value]) => [name, String(value)]);
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) });
      if (answer.redirected) {
        // busy until the next page is there: pressing again sends nothing
        location.assign(answer.url);
        return;
      }
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const content = next.querySelector(this.localName);
      if (!content) throw new Error(`No page of the form in an answer of ${answer.status}`);
      this.#keep();
      for (const page of this.#pages.keys()) if (page > this.#at) this.#pages.delete(page);
      history.pushState({ page: ++this.#at }, '');
      this.#show(next.title, content.childNodes);
    } catch {
      showProblems(this, {
        title: say(
          'We could not reach the site. Nothing was sent. Check your connection and try again, or call us',
        ),
      });
    }
    this.#busy = false;
  }

  #goTo(page: number | undefined) {
    const kept = page === undefined ? undefined : this.#pages.get(page);
    if (page === undefined || !kept) {
      location.reload();
      return;
    }
    this.#keep();
    this.#at = page;
    this.#show(kept.title, [kept.content]);
  }

  #keep() {
    const content = document.createDocumentFragment();
    content.append(...this.childNodes);
    this.#pages.set(this.#at, { title: document.title, content });
  }

  #show(title: string, content: Iterable<Node>) {
    document.title = title;
    // as a new page would: from its top, and an error summary takes the focus from there
    scrollTo({ top: 0, behavior: 'instant' });
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    this.replaceChildren(...content);
  }
}
customElements.define('form-pages', FormPages);
