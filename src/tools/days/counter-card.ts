import { onPress, onSend, rowOf, writeInto } from '../frame/rows.ts';
import { count, milestonesAt } from './count.ts';
import { withItem, type Counter, type Return } from './days.ts';
import {
  daysInAll,
  deleteReturn,
  firstDay,
  milestoneName,
  nameOf,
  returnInWords,
  stretchInWords,
} from './words.ts';

export interface CardActs {
  /** Of the count as it is by then: lines may have been written since the card was drawn. */
  change: (update: (counter: Counter) => Counter) => void;
  /** Without drawing it all again, while somebody writes. */
  keepQuietly: (update: (counter: Counter) => Counter) => void;
  edit: (place: HTMLElement | null) => void;
  remove: () => void;
}

/** One count as it is shown, and what can be done with it. */
export function counterCard(tool: HTMLElement, counter: Counter, today: string, acts: CardActs): HTMLElement {
  const counted = count(counter, today);
  const name = nameOf(counter);
  const card = rowOf(tool, 'counter', {
    name,
    total: String(counted.total),
    unit: daysInAll(counted.total),
    stretch: stretchInWords(counted),
    first: firstDay(counter),
    which: name,
  });
  card.dataset['counter'] = counter.id;
  card.setAttribute('aria-label', name);
  onPress(card, '[data-edit-counter]', () => acts.edit(card.querySelector('[data-counter-place]')));
  onPress(card, '[data-delete-counter]', acts.remove);

  const putForm = (place: Element | null, one?: Return) => {
    const form = returnForm(tool, today, one, (written) =>
      acts.change((now) => ({ ...now, returns: withItem(now.returns, written) })),
    );
    place?.replaceChildren(form);
    return form;
  };
  putForm(card.querySelector('[data-return-place]'));

  const newestFirst = counter.returns.toSorted((a, b) => b.day.localeCompare(a.day));
  const dates = newestFirst.map((one) => {
    const row = rowOf(tool, 'return', {
      when: returnInWords(one),
      note: one.note,
      which: returnInWords(one),
    });
    onPress(row, '[data-edit]', () => putForm(row, one).querySelector('input')?.focus());
    onPress(row, '[data-delete]', () => {
      if (!confirm(deleteReturn(one))) return;
      acts.change((now) => ({ ...now, returns: now.returns.filter(({ id }) => id !== one.id) }));
    });
    return row;
  });
  card.querySelector('[data-returns]')?.replaceChildren(...dates);

  const reached = milestonesAt(counted.total).map((milestone) => {
    const row = rowOf(tool, 'milestone', {
      name: milestoneName(milestone),
      question: questionAt(tool, milestone),
    });
    const field = row.querySelector('textarea');
    if (!field) return row;
    field.value = counter.lines[milestone] ?? '';
    field.addEventListener('input', () =>
      acts.keepQuietly((now) => ({ ...now, lines: { ...now.lines, [milestone]: field.value } })),
    );
    return row;
  });
  const milestones = card.querySelector<HTMLElement>('[data-milestones]');
  if (milestones) milestones.hidden = reached.length < 2;
  card.querySelector('[data-newest]')?.replaceChildren(...reached.slice(0, 1));
  card.querySelector('[data-milestone-list]')?.replaceChildren(...reached.slice(1));
  return card;
}

function returnForm(
  tool: HTMLElement,
  today: string,
  one: Return | undefined,
  done: (written: Return) => void,
): HTMLFormElement {
  const form = rowOf(tool, 'return-form');
  if (!(form instanceof HTMLFormElement)) throw new Error('The form for a date is no form.');
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-past]')) field.max = today;
  const day = one?.day ?? today;
  const last = one ? one.last : day;
  const length = last === undefined ? 'open' : last > day ? 'more' : 'day';
  writeInto(form, { day, ended: length, last: last ?? today, note: one?.note ?? '' });
  onSend(form, (written) => {
    const first = written('day');
    const end = { day: first, more: written('last') || first, open: undefined }[written('ended')];
    const ended = end === undefined ? {} : { last: end < first ? first : end };
    done({ id: one?.id ?? crypto.randomUUID(), day: first, note: written('note'), ...ended });
  });
  return form;
}

/** What a milestone asks: its own question, or that of every year after the first. */
const questionAt = (tool: HTMLElement, milestone: number): string =>
  rowOf(tool, 'questions').querySelector(`[data-at="${milestone}"], [data-at="year"]`)?.textContent ?? '';
