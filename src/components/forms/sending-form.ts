import { pathHere, sayHere } from '#i18n/spoken-here.ts';
import type { Problem, showProblems } from './show-problems.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/**
 * A form that is sent without leaving the page, so that what was typed stays whatever happens, and that
 * goes on to the person's own page. Without it the form posts as forms do.
 */
export abstract class SendingForm extends HTMLElement {
  /** Where the request goes, as JSON. */
  protected abstract readonly endpoint: string;
  /** What is said when nobody answers. */
  protected unreachable: string = say(
    'We could not reach the site. Nothing was sent. Check your connection and try again',
  );
  /** One key for one intention: pressing twice, or again after a lost answer, is the same request. */
  protected key = crypto.randomUUID();

  protected abstract request(
    form: HTMLFormElement,
  ): Record<string, unknown> | Promise<Record<string, unknown>>;

  /** The problem with the names of the form's fields, where the request has others. */
  protected onForm(problem: Problem): Problem {
    return problem;
  }

  /** What shows problems comes when somebody turns to the form: most who open its page only read. */
  #showing: Promise<typeof showProblems> | undefined;

  connectedCallback() {
    this.addEventListener('focusin', () => void this.#toShow().catch(() => undefined), { once: true });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#startAgain());
    this.querySelector('form')?.addEventListener('submit', (submit) => {
      // the button that shows the form in the other language
      if (submit.submitter?.hasAttribute('formaction')) return;
      submit.preventDefault();
      void this.#send(submit.target as HTMLFormElement);
    });
  }

  /** Who comes back to a page kept in memory, from the answer, asks for something new. */
  #startAgain() {
    this.key = crypto.randomUUID();
    this.querySelector('button')?.removeAttribute('aria-disabled');
  }

  async #send(form: HTMLFormElement) {
    const button = form.querySelector('button');
    if (!button || button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    try {
      const answer = await fetch(this.endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(await this.request(form)),
      });
      const body = (await answer.json()) as Problem & { manageUrl?: string };
      if (answer.ok && body.manageUrl) {
        location.assign(pathHere(new URL(body.manageUrl).pathname));
        return;
      }
      await this.#show(this.onForm(body));
    } catch {
      await this.#show({ title: this.unreachable });
    }
    button.ariaDisabled = null;
  }

  #toShow() {
    return (this.#showing ??= import('./show-problems.ts').then((shows) => shows.showProblems));
  }

  async #show(problem: Problem) {
    try {
      (await this.#toShow())(this, problem);
    } catch {
      // it could not be loaded either: said without its looks
      this.#showing = undefined;
      this.querySelector('.summary')?.replaceChildren(
        [problem.title, problem.detail].filter(Boolean).join('. '),
      );
    }
  }
}
