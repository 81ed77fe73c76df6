import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from '../panel/spanish.ts';
import { keep, onSavedChange, savedMeetings, type Kept } from './device.ts';
import { mostSaved, readMeeting, type SavedMeeting } from './saved.ts';

const say = sayHere<typeof spanish>();
const troubles: Record<Exclude<Kept, 'kept'>, string> = {
  full: say('{count} meetings are saved, and that is the most. Remove one on “My week” first.', {
    count: mostSaved,
  }),
  refused: say('This browser does not keep things. You can print this page, or add it to your calendar.'),
};

/**
 * `<save-meeting data-meeting>`: a toggle that keeps a meeting on this device. The facts are those of the
 * element; when the meeting is saved already, showing it makes the kept facts new.
 */
export class SaveMeeting extends HTMLElement {
  #closed = new AbortController();

  connectedCallback(): void {
    const meeting = this.#meeting();
    const button = this.querySelector('button');
    if (!meeting || !button) return;
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    const saved = savedMeetings();
    if (saved.some(({ slug }) => slug === meeting.slug))
      keep(saved.map((one) => (one.slug === meeting.slug ? meeting : one)));
    button.addEventListener('click', () => this.#toggle(meeting), { signal });
    onSavedChange(() => this.#show(meeting.slug), signal);
    this.#show(meeting.slug);
  }

  disconnectedCallback(): void {
    this.#closed.abort();
  }

  #meeting(): SavedMeeting | null {
    try {
      return readMeeting(JSON.parse(this.dataset['meeting'] ?? ''));
    } catch {
      return null;
    }
  }

  #toggle(meeting: SavedMeeting): void {
    const saved = savedMeetings();
    const others = saved.filter(({ slug }) => slug !== meeting.slug);
    const outcome = keep(others.length < saved.length ? others : [...saved, meeting]);
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = outcome === 'kept' ? '' : troubles[outcome];
  }

  #show(slug: string): void {
    const saved = savedMeetings().some((one) => one.slug === slug);
    this.querySelector('button')?.setAttribute('aria-pressed', String(saved));
    const label = this.querySelector('[data-label]');
    if (label) label.textContent = saved ? say('Saved') : say('Save');
    const week = this.querySelector<HTMLElement>('[data-week]');
    if (week) week.hidden = !saved;
  }
}
