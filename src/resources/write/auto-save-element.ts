import type { Autosaved } from './autosave.ts';
import { formBody } from './form-body.ts';
import { say, showConflict } from './saving-words.ts';

/**
 * Saves what is typed as a draft, a moment after each stop, and says so. It never saves over a colleague, and
 * what could not be saved stays on the page and is tried again.
 */

const pauseMilliseconds = 3000;
const againMilliseconds = 15_000;

class AutoSave extends HTMLElement {
  #form!: HTMLFormElement;
  #version!: HTMLInputElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The words that are saved. */
  #saved = '';
  /** What was sent and not answered: it may have been saved, so it goes first when it is tried again. */
  #unanswered: string | null = null;
  #saving: Promise<void> | null = null;
  #stopped = false;
  #leaving = false;

  connectedCallback() {
    const form = this.querySelector('form');
    const version = form?.querySelector<HTMLInputElement>('[name="version"]');
    if (!form || !version) return;
    this.#form = form;
    this.#version = version;
    // a form that came back, from an error or a colleague who was faster, is not saved
    const came = this.dataset['unsaved'] !== undefined;
    this.#stopped = !!this.querySelector('[data-conflict]:not([hidden])');
    this.#saved = came ? '' : this.#words();
    form.addEventListener('input', () => this.#soon(pauseMilliseconds));
    form.addEventListener('submit', (submit) => this.#beforeSending(submit));
    addEventListener('online', () => this.#soon(0));
    document.addEventListener('visibilitychange', () => this.#unanswered && this.#soon(0));
    addEventListener('pageshow', () => (this.#leaving = false));
    addEventListener('beforeunload', (leave) => {
      if (!this.#leaving && (this.#saving || this.#words() !== this.#saved)) leave.preventDefault();
    });
    if (came) this.#soon(pauseMilliseconds);
  }

  #words(): string {
    const body = formBody(this.#form);
    body.delete('version');
    return body.toString();
  }

  #soon(milliseconds: number) {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#save(), milliseconds);
  }

  async #save() {
    if (this.#saving || this.#stopped) return;
    const words = this.#unanswered ?? this.#words();
    if (words === this.#saved) return;
    this.#saving = this.#send(words);
    await this.#saving;
    this.#saving = null;
    if (!this.#unanswered && this.#words() !== words) this.#soon(pauseMilliseconds);
  }

  async #send(words: string) {
    this.#unanswered = words;
    try {
      const answer = await fetch(this.dataset['to'] ?? '', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: `${words}&version=${this.#version.value}`,
      });
      if (answer.status >= 500) throw new Error('not now');
      this.#unanswered = null;
      await this.#answered(answer, words);
    } catch {
      say(this, 'Not saved yet: nobody answers. Your words stay here, and are sent again by themselves.');
      this.#soon(againMilliseconds);
    }
  }

  async #answered(answer: Response, words: string) {
    if (answer.status === 401 || answer.status === 403) {
      this.#unanswered = words;
      say(this, 'Not saved: you are signed out. Sign in on a new page, then come back here.', true);
      return;
    }
    const told = (await answer.json()) as Autosaved & { errors?: Record<string, string[]>; title?: string };
    if (answer.ok && told.version !== undefined) {
      this.#version.value = String(told.version);
      this.#saved = words;
      const at = told.at ? new Date(told.at) : new Date();
      say(this, `Saved ${new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at)}`);
    } else if (answer.status === 422) {
      say(this, `Not saved. ${Object.values(told.errors ?? {}).flat()[0] ?? told.title ?? ''}.`);
    } else {
      this.#stopped = true;
      say(this, `Not saved. ${told.words ?? told.title ?? ''}`);
      if (told.outcome === 'changed-meanwhile') showConflict(this, told);
    }
  }

  /** A save under way is waited for: the form would else be a version behind. */
  #beforeSending(submit: SubmitEvent) {
    clearTimeout(this.#timer);
    if (!this.#saving) {
      this.#leaving = true;
      return;
    }
    submit.preventDefault();
    void this.#saving.then(() => this.#form.requestSubmit(submit.submitter));
  }
}

customElements.define('auto-save', AutoSave);
