import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

/**
 * Shows what is wrong with a form after it was sent by script, in the same summary and places where the
 * server would have put it. Everything typed stays.
 */

export interface Problem {
  title?: string;
  detail?: string;
  errors?: Record<string, string[]>;
}

const say = sayHere<typeof spanish>();
const errorPrefix = `${say('Error:')} `;

/** `host` holds the form and an element with the class `summary`. Moves focus to the summary. */
export function showProblems(host: HTMLElement, problem: Problem): void {
  clearProblems(host);
  const errors = Object.entries(problem.errors ?? {});
  for (const [field, messages] of errors) markField(host, field, messages);
  if (!document.title.startsWith(errorPrefix))
    document.title = say('Error: {title}', { title: document.title });

  const lines =
    errors.length > 0
      ? errors
      : [['', [[problem.title, problem.detail].filter(Boolean).join('. ')]] as const];
  const list = element('ul', { className: 'plain' });
  for (const [field, messages] of lines) {
    for (const message of messages) {
      const item = element('li');
      item.append(
        field && host.querySelector(`#${CSS.escape(field)}`)
          ? element('a', { href: `#${field}` }, message)
          : message,
      );
      list.append(item);
    }
  }
  const box = element('div', { className: 'error-summary flow', tabIndex: -1 });
  box.setAttribute('aria-labelledby', 'error-summary-title');
  const alert = element('div');
  alert.setAttribute('role', 'alert');
  alert.append(element('h2', { id: 'error-summary-title' }, say('There is a problem')), list);
  box.append(alert);
  const summary = document.createElement('error-summary');
  summary.append(box);
  // focuses itself when it arrives
  host.querySelector('.summary')?.replaceChildren(summary);
}

function clearProblems(host: HTMLElement): void {
  host.querySelector('.summary')?.replaceChildren();
  for (const error of host.querySelectorAll('.field > .error')) error.remove();
  for (const field of host.querySelectorAll('.field.wrong')) field.classList.remove('wrong');
  for (const input of host.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    describe(input, (ids) => ids.filter((id) => !id.endsWith('-error')));
  }
}

function markField(host: HTMLElement, name: string, messages: string[]): void {
  const input = host.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
  const field = input?.closest('.field');
  if (!input || !field) return;
  field.classList.add('wrong');
  const error = element('p', { className: 'error', id: `${name}-error` });
  error.append(element('span', { className: 'visually-hidden' }, errorPrefix), messages.join(' '));
  // after the label and its hint, before the first thing to fill in
  const before = [...field.children].find((child) => !child.matches('legend, .hint, label:not(.choice)'));
  field.insertBefore(error, before ?? null);
  input.setAttribute('aria-invalid', 'true');
  describe(input, (ids) => [...ids, error.id]);
}

function describe(input: Element, change: (ids: string[]) => string[]): void {
  const ids = change((input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length > 0) input.setAttribute('aria-describedby', ids.join(' '));
  else input.removeAttribute('aria-describedby');
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  text?: string,
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) made.textContent = text;
  return made;
}
