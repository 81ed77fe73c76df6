import { keep, onSavedChange, savedMeetings } from './device.ts';
import { myWeek, type WeekEntry } from './my-week.ts';
import type { SavedMeeting } from './saved.ts';

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
    press('remove-all', () => this.#remove(() => false, 'Removed all of them.'));
    press('undo', () => this.#undo());
    this.#part('[data-real]')?.addEventListener('change', () => this.#link(), { signal });
    onSavedChange(() => this.#show(), signal);
    // what was next an hour ago is not next any more
    document.addEventListener('visibilitychange', () => this.#show(), { signal });
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
    const { days, others, zone: zoneWords } = myWeek(saved, Date.now(), zone);
    const sections = days.map(({ near, date, entries }) =>
      this.#section(
        near,
        date,
        entries.map((entry) => this.#row(entry.meeting, entry)),
      ),
    );
    if (others.length > 0)
      sections.push(
        this.#section(
          '',
          'No date this week',
          others.map((one) => this.#row(one)),
        ),
      );
    this.#part('[data-week]')?.replaceChildren(...sections);
    for (const part of this.querySelectorAll<HTMLElement>('[data-some]')) part.hidden = saved.length === 0;
    for (const part of this.querySelectorAll<HTMLElement>('[data-none]')) part.hidden = saved.length > 0;
    const zoneNote = this.#part('[data-zone]');
    if (zoneNote) zoneNote.textContent = zoneWords;
    this.#link();
  }

  #copy(name: string): Element {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-${name}]`);
    const [copy] = (template?.content.cloneNode(true) as DocumentFragment).children;
    if (!copy) throw new Error(`no ${name}`);
    return copy;
  }

  #section(near: string, heading: string, rows: Element[]): Element {
    const section = this.#copy('day');
    const words = section.querySelectorAll('h2 span');
    words[0]?.append(near);
    words[1]?.append(heading);
    section.querySelector('ul')?.append(...rows);
    return section;
  }

  #row(meeting: SavedMeeting, entry?: WeekEntry): Element {
    const row = this.#copy('row');
    const put = (selector: string, text: string | null | undefined) => {
      const part = row.querySelector(selector);
      if (text) part?.replaceChildren(text);
      else part?.remove();
    };
    put('.time span', entry?.time.hour);
    put('.time small', entry?.time.half);
    row.toggleAttribute('data-closed', entry?.held === false);
    put('a', meeting.name);
    row.querySelector('a')?.setAttribute('href', `/meetings/${meeting.slug}/`);
    put('.how', meeting.how);
    put('.there', entry ? entry.there && `${entry.there}, where it is held` : meeting.when);
    put('.note', [entry?.note, meeting.caution].filter(Boolean).join('. '));
    const button = row.querySelector('button');
    button?.setAttribute('aria-label', `Remove ${meeting.name}`);
    button?.addEventListener('click', () =>
      this.#remove(({ slug }) => slug !== meeting.slug, `Removed ${meeting.name}.`),
    );
    return row;
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
    this.#say('It is back.', false);
    this.#part('[data-week]')?.focus();
  }

  #say(words: string, undo: boolean): void {
    this.#part('[role=status]')?.replaceChildren(words);
    this.#part('[data-undo]')?.toggleAttribute('hidden', !undo);
  }

  /** The calendar of exactly these meetings. */
  #link(): void {
    const query = new URLSearchParams(savedMeetings().map(({ slug }) => ['slug', slug]));
    const real = this.#part('[data-real]');
    if (real instanceof HTMLInputElement && real.checked) query.set('titles', 'real');
    const path = `/api/meetings/calendar.ics?${query.toString()}`;
    this.#part('[data-add]')?.setAttribute('href', path);
    this.#part('[data-subscribe]')?.setAttribute('href', `webcal://${location.host}${path}`);
  }
}

customElements.define('my-week', MyWeek);
