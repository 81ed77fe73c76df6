import { clockText } from './clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import type { NextMeeting } from './next.ts';
import { placeOf } from './place-words.ts';
import { capital } from './words.ts';
import { words } from './words-here.ts';
import { langOf, piecesOf } from './written.ts';
import { element } from './elements.ts';
import { pathHere } from '#i18n/spoken-here.ts';

const timeLimitMilliseconds = 4000;

/**
 * `<next-meetings>`: puts the next three meetings above its link. When they cannot be had it stays as it
 * is: the link leads to the same answer.
 */
export class NextMeetingsList extends HTMLElement {
  connectedCallback(): void {
    void this.#show()
      .catch(() => undefined)
      // the room that was kept for the answer
      .finally(() => this.toggleAttribute('data-asked', true));
  }

  async #show(): Promise<void> {
    const response = await fetch('/api/meetings/next', {
      signal: AbortSignal.timeout(timeLimitMilliseconds),
    });
    if (!response.ok) return;
    const { meetings } = (await response.json()) as { meetings: NextMeeting[] };
    const list = this.querySelector('ul');
    const template = this.querySelector('template');
    if (list === null || template === null || meetings.length === 0) return;
    list.replaceChildren(...meetings.map((meeting) => rowOf(template, meeting)));
    list.hidden = false;
  }
}

function rowOf(template: HTMLTemplateElement, meeting: NextMeeting): Node {
  const row = template.content.cloneNode(true) as DocumentFragment;
  const [time, link, about] = ['time', 'a', 'span'].map((name) => row.querySelector(name));
  if (time instanceof HTMLTimeElement) {
    time.dateTime = meeting.startsAt;
    time.textContent = clockText(meeting.start, words.language);
  }
  if (link) {
    link.setAttribute('href', pathHere(`/meetings/${meeting.slug}/`));
    link.textContent = meeting.name;
    const lang = langOf(meeting.language ?? null, words.language);
    if (lang !== undefined) link.setAttribute('lang', lang);
  }
  if (about) {
    const moved = meeting.moved ? `. ${words.movedThisTime}` : '';
    const fellowship = words.fellowship(meeting.fellowship);
    const said = `${dayOf(meeting)}${moved}. ${howOf(meeting)}. ${fellowship}`;
    about.replaceChildren(
      ...piecesOf(said).map(({ text, isWritten }) =>
        isWritten ? element('span', { lang: 'en' }, text) : text,
      ),
    );
  }
  return row;
}

function dayOf({ day, zone }: NextMeeting): string {
  const { say, days } = words;
  const name = capital(
    day === 'today' ? say('Today') : day === 'tomorrow' ? say('Tomorrow') : (days[day] ?? ''),
  );
  return zone === undefined ? name : `${name}, ${zoneName(zone, words.language)}`;
}

function howOf({ mode, place, video }: NextMeeting): string {
  const online = video === undefined ? words.online : words.onlineWith(video);
  const inPerson =
    place === undefined
      ? words.inPerson
      : `${words.inPerson}, ${words.written(placeOf({ location: place, address: null, region: null }))}`;
  return mode === 'online' ? online : mode === 'hybrid' ? `${inPerson}. ${online}` : inPerson;
}
