import { sayHere } from '#i18n/spoken-here.ts';
import { seatsInWords, signUpWords, type Seats } from './seats.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/**
 * Puts the count of this minute where the page, made some time ago, names only the size of a group.
 * Each place has `data-cohort`, each way in `data-sign-up`. Without an answer the page stays as it was.
 */
class CohortSeats extends HTMLElement {
  async connectedCallback() {
    const answer = await fetch('/api/step-down').catch(() => null);
    if (!answer?.ok) return;
    const programs = (await answer.json()) as { cohorts: (Seats & { slug: string })[] }[];
    const cohorts = new Map(
      programs.flatMap((program) => program.cohorts).map((cohort) => [cohort.slug, cohort]),
    );
    for (const place of this.querySelectorAll<HTMLElement>('[data-cohort]')) {
      const cohort = cohorts.get(place.dataset['cohort'] ?? '');
      place.textContent = cohort ? seatsInWords(cohort, say) : say('No longer open for sign-ups');
    }
    for (const way of this.querySelectorAll<HTMLElement>('[data-sign-up]')) {
      const cohort = cohorts.get(way.dataset['signUp'] ?? '');
      if (cohort) way.textContent = signUpWords(cohort, say);
    }
  }
}
customElements.define('cohort-seats', CohortSeats);
