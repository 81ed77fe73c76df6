import { dayHere, isDay } from '#platform/device-day.ts';
import { KeptTool } from '../frame/kept-tool.ts';
import { onSend, writeInto } from '../frame/rows.ts';
import { amountOf, keptBy, savingsDrawer, wayTo, type Savings } from './savings.ts';
import { goalInWords, money, notADay, notASum, sinceInWords } from './words.ts';

/** `<what-you-keep>`: works out the sum and, when asked, shows it only on a tap. */
class WhatYouKeep extends KeptTool<Savings> {
  protected override readonly drawer = savingsDrawer;
  #uncovered = false;

  protected override begin(): void {
    this.#show('[data-without-script]', false);
    const form = this.find<HTMLFormElement>('form');
    if (form) onSend(form, (written) => this.#send(written));
    this.on('[data-uncover]', 'click', () => {
      this.#uncovered = true;
      this.#cover(false);
      this.find('[data-sum]')?.focus();
    });
  }

  protected override show(savings: Savings | undefined): void {
    const today = dayHere(new Date());
    const form = this.find<HTMLFormElement>('form');
    form?.reset();
    const since = this.find<HTMLInputElement>('[name="since"]');
    if (since) since.max = today;
    const details = this.find<HTMLDetailsElement>('[data-change]');
    if (details) details.open = savings === undefined;
    this.#show('[data-sum]', savings !== undefined);
    if (!savings) return this.#say('[data-since]', '');
    const { weekly, goal, covered } = savings;
    if (form) {
      writeInto(form, {
        weekly: String(weekly),
        since: savings.since,
        'goal-name': goal?.name ?? '',
        'goal-amount': goal ? String(goal.amount) : '',
      });
    }
    const box = this.find<HTMLInputElement>('[name="covered"]');
    if (box) box.checked = covered;
    const kept = keptBy(savings, today);
    this.#say('[data-kept]', money(kept));
    this.#say('[data-since]', sinceInWords(savings));
    this.#say('[data-goal]', goal ? goalInWords(wayTo(goal.amount, kept), goal) : '');
    this.#cover(covered && !this.#uncovered);
  }

  #send(written: (name: string) => string): void {
    const weekly = amountOf(written('weekly'));
    const since = written('since');
    const cost = written('goal-amount');
    const amount = amountOf(cost);
    const wrong = {
      weekly: weekly === undefined ? notASum : '',
      since: isDay(since) ? '' : notADay,
      'goal-amount': cost !== '' && amount === undefined ? notASum : '',
    };
    for (const [field, words] of Object.entries(wrong)) {
      this.#say(`[data-wrong="${field}"]`, words);
      this.find(`[name="${field}"]`)?.setAttribute('aria-invalid', String(words !== ''));
    }
    const first = Object.entries(wrong).find(([, words]) => words !== '');
    if (first) return this.find(`[name="${first[0]}"]`)?.focus();
    if (weekly === undefined) return;
    const goal = amount === undefined ? {} : { goal: { name: written('goal-name'), amount } };
    const savings = { weekly, since, covered: written('covered') === 'yes', ...goal };
    this.#uncovered = false;
    this.show(savings);
    this.find('[data-sum]')?.focus();
    void this.keep(savings);
  }

  #cover(covered: boolean): void {
    this.#show('[data-lid]', covered);
    this.#show('[data-inside]', !covered);
    this.#show('[data-change]', !covered);
  }

  #say(selector: string, words: string): void {
    const place = this.find(selector);
    if (place) place.textContent = words;
  }

  #show(selector: string, shown: boolean): void {
    const part = this.find(selector);
    if (part) part.hidden = !shown;
  }
}
customElements.define('what-you-keep', WhatYouKeep);
