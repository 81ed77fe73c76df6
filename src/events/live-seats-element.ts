import { sayHere } from '#i18n/spoken-here.ts';
import type { seatsSpanish } from './seats-spanish.ts';
import { seatsInWords, type Seats } from './wording.ts';

/** Fills in how many seats are left now. One request for all the events on a page. */

const say = sayHere<typeof seatsSpanish>();

type Pool = Pick<Seats, 'seatsLeft' | 'waiting'>;
type LiveEvent = Seats & { slug: string; online: Pool | null; sessions: (Pool & { id: string })[] };
let asked: Promise<LiveEvent[]> | undefined;

const liveEvents = () =>
  (asked ??= fetch('/api/events', { headers: { Accept: 'application/json' } }).then((answer) =>
    answer.ok ? (answer.json() as Promise<LiveEvent[]>) : [],
  ));

/** The seats that `data-of` names: by link, of a session, or without it the event's own. */
const poolOf = (event: LiveEvent, of: string | undefined): Pool | null | undefined =>
  of === undefined ? event : of === 'online' ? event.online : event.sessions.find(({ id }) => id === of);

class LiveSeats extends HTMLElement {
  connectedCallback() {
    liveEvents().then(
      (events) => {
        const event = events.find(({ slug }) => slug === this.dataset['slug']);
        const pool = event && poolOf(event, this.dataset['of']);
        const shown = this.querySelector('strong');
        if (!event || !pool || !shown) return;
        const { seatsLeft, waiting } = pool;
        shown.textContent = seatsInWords({ ...event, seatsLeft, waiting }, say);
      },
      // offline: what the page was built with stays
      () => {},
    );
  }
}

customElements.define('live-seats', LiveSeats);
