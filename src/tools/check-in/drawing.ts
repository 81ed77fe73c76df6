import { dayInWords } from '#platform/device-day.ts';
import { asksForAction, changes, oneOf, timeBefore, timeInWords, timeOn, type CheckIn } from './check-in.ts';
import { words } from './words.ts';

/** What changed since last time, and one thing to do when a sign asks for it. */
export function drawChanges(root: HTMLElement, checkIn: CheckIn, day: string, actions: string[]): void {
  const now = timeOn(checkIn, day);
  const before = timeBefore(checkIn, day);
  const said = root.querySelector('[data-since]');
  if (said) {
    said.textContent = before
      ? words.since(dayInWords(before.day, { dateStyle: 'full' }))
      : now
        ? words.first
        : words.nothingTapped;
  }
  const list = now && before ? changes(now, before) : [];
  root
    .querySelector('[data-changes]')
    ?.replaceChildren(...list.map(({ sign, change }) => element('li', words.change[change](sign))));

  const asks = now !== undefined && asksForAction(now, before);
  const action = oneOf(actions, checkIn);
  show(root, '[data-action-of-plan]', asks && action !== undefined);
  show(root, '[data-no-action]', asks && action === undefined);
  const place = root.querySelector('[data-action]');
  if (place) place.textContent = action ?? '';
}

/** Every time before, the latest first, each with a button to delete it. */
export function drawHistory(root: HTMLElement, checkIn: CheckIn): void {
  show(root, '[data-times]', checkIn.times.length > 0);
  const items = checkIn.times.toReversed().map((time) => {
    const day = dayInWords(time.day, { dateStyle: 'full' });
    const button = element('button', words.erase(dayInWords(time.day)));
    button.type = 'button';
    button.className = 'link-button no-print';
    button.dataset['day'] = time.day;
    const item = document.createElement('li');
    item.append(element('strong', day), element('p', timeInWords(time)), button);
    return item;
  });
  root.querySelector('[data-history]')?.replaceChildren(...items);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function show(root: HTMLElement, selector: string, shown: boolean): void {
  const part = root.querySelector<HTMLElement>(selector);
  if (part) part.hidden = !shown;
}
