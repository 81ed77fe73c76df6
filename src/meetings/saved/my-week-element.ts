import { pathHere, sayHere } from '#i18n/spoken-here.ts';
import { keepPages } from '#offline/keep-pages.ts';
import { keep, onSavedChange, savedMeetings } from './device.ts';
import { myWeek } from './my-week.ts';
import type { SavedMeeting } from './saved.ts';
import type { spanish } from './spanish.ts';
import { weekSections } from './week-rows.ts';

const say = sayHere<typeof spanish>();

/**
 * `<my-week>`: the saved meetings by the days of the coming week. It holds templates for a day and a row,
 * `[data-week]` to fill, and what is there to do with them. Only pressing a calendar link tells a server
 * anything.
 */
class MyWeek extends HTMLElement {
  #closed = new AbortController();
  #removed: SavedMeeting[] | undefined;

  connectedCallback(): void {
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    const press = (name: string, work: () => void) =>
      this.#part(`[data-${name}]`)?.addEventListener('click', work, { signal });
    press('print', () => print());
    press('remove-all', () => this.#remove(() => false, say('Removed all of them.')));
    press('undo', () => this.#undo());
    this.#part('[data-real]')?.addEventListener('change', () => this.#link(), { signal });
    onSavedChange(() => this.#show(), signal);
    // what was next an hour ago is not next any more
    document.addEventListener('visibilitychange', () => this.#show(), { signal });
    keepPages(savedMeetings().map(({ slug }) => pathHere(`/meetings/${slug}/`)));
    this.#show();
  }

  disconnectedCallback(): void {
    this.#closed.abort();
  }

  #part(selector: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(selector);
  }

  #show(): void {
    const saved = savedMeetings();
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const week = myWeek(saved, Date.now(), zone, say);
    const remove = (meeting: SavedMeeting) =>
      this.#remove(({ slug }) => slug !== meeting.slug, say('Removed {name}.', { name: meeting.name }));
    this.#part('[data-week]')?.replaceChildren(...weekSections(this, week, say, remove));
    for (const part of this.querySelectorAll<HTMLElement>('[data-some]')) part.hidden = saved.length === 0;
    for (const part of this.querySelectorAll<HTMLElement>('[data-none]')) part.hidden = saved.length > 0;
    const zoneNote = this.#part('[data-zone]');
    if (zoneNote) zoneNote.textContent = week.zone;
    this.#link();
  }

  #remove(stays: (meeting: SavedMeeting) => boolean, said: string): void {
    this.#removed = savedMeetings();
    keep(this.#removed.filter(stays));
    this.#say(said, true);
    this.#part('[data-undo]')?.focus();
  }

  #undo(): void {
    if (this.#removed) keep(this.#removed);
    this.#removed = undefined;
    this.#say(say('It is back.'), false);
    this.#part('[data-week]')?.focus();
  }

  #say(words: string, undo: boolean): void {
    this.#part('[role=status]')?.replaceChildren(words);
    this.#part('[data-undo]')?.toggleAttribute('hidden', !undo);
  }

  /** The calendar of exactly these meetings. */
  #link(): void {
    const saved = savedMeetings();
    if (saved.length === 0) return;
    const query = new URLSearchParams(saved.map(({ slug }) => ['slug', slug]));
    const real = this.#part('[data-real]');
    if (say.language === 'es') query.set('language', 'es');
    if (real instanceof HTMLInputElement && real.checked) query.set('titles', 'real');
    const path = `/api/meetings/calendar.ics?${query.toString()}`;
    this.#part('[data-add]')?.setAttribute('href', path);
    this.#part('[data-subscribe]')?.setAttribute('href', `webcal://${location.host}${path}`);
  }
}

customElements.define('my-week', MyWeek);
