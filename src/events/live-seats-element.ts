import { seatsInWords, type Seats } from './wording.ts';

/** Fills in how many seats are left now. One request for all the events on a page. */

type LiveEvent = Seats & { slug: string };
let asked: Promise<LiveEvent[]> | undefined;

const liveEvents = () =>
  (asked ??= fetch('/api/events', { headers: { Accept: 'application/json' } }).then((answer) =>
    answer.ok ? (answer.json() as Promise<LiveEvent[]>) : [],
  ));

class LiveSeats extends HTMLElement {
  connectedCallback() {
    liveEvents().then(
      (events) => {
        const mine = events.find(({ slug }) => slug === this.dataset['slug']);
        const shown = this.querySelector('strong');
        if (mine && shown) shown.textContent = seatsInWords(mine);
      },
      // offline: what the page was built with stays
      () => {},
    );
  }
}

customElements.define('live-seats', LiveSeats);
