import type { FieldErrors } from '#platform/problem.ts';

/**
 * An RSVP as its form has it, and as the request has it: one translation for the server and the browser.
 * A browser sends nothing of boxes nobody ticked, so a hidden field, `asked`, names the questions with boxes.
 */

export type FlatForm = Record<string, string | string[]>;

const answerPrefix = 'answer-';
export const answerField = (question: string): string => answerPrefix + question;

const all = (value: string | string[] | undefined) => [value ?? []].flat();
const chosen = (value: string | string[] | undefined) => all(value).filter((text) => text.trim() !== '');
const last = (value: string | string[] | undefined) => all(value).at(-1) ?? '';
const count = (text: string) => (text.trim() === '' ? undefined : Number(text));

const withBoxes = ['attends', 'sessions', 'dates', 'agreeToConduct'] as const;

/** Text fields as the request's types. What the form did not ask is left out. */
export function fromForm({ asked = '', ...sent }: FlatForm): Record<string, unknown> {
  const named = last(asked).split(' ');
  const unticked = withBoxes.filter((name) => named.includes(name) && !(name in sent));
  const {
    partySize,
    adults,
    children,
    agreeToConduct,
    attends,
    sessions,
    dates,
    openFor,
    ...rest
  }: FlatForm = {
    ...sent,
    ...Object.fromEntries(unticked.map((name) => [name, ''])),
  };
  const request: Record<string, unknown> = {};
  const answers: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith(answerPrefix)) answers[name.slice(answerPrefix.length)] = last(value).trim();
    else request[name] = last(value);
  }
  const grown = count(last(adults));
  const young = count(last(children)) ?? 0;
  const party =
    adults === undefined ? count(last(partySize)) : grown === undefined ? undefined : grown + young;
  return {
    ...request,
    ...(party !== undefined && { partySize: party }),
    ...(children !== undefined && { children: young }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(attends !== undefined && { attends: last(attends) }),
    ...(sessions !== undefined && { sessions: chosen(sessions) }),
    ...(dates !== undefined && { dates: chosen(dates) }),
    ...(agreeToConduct !== undefined && { agreeToConduct: last(agreeToConduct) === 'yes' }),
    ...(openFor !== undefined && { openFor: count(last(openFor)) }),
  };
}

/** The value of `asked`. */
export const boxesAsked = (
  asks: Partial<Record<'attends' | 'sessions' | 'dates' | 'agreeToConduct', boolean>>,
) => withBoxes.filter((name) => asks[name]).join(' ');

/** The order of the form's fields, top to bottom. */
const order =
  'dates name email phone adults partySize children attends sessions answer- food accessNeeds agreeToConduct'.split(
    ' ',
  );
const placeOf = (field: string) =>
  order.findIndex((name) => field === name || (name === 'answer-' && field.startsWith(name)));

/**
 * The errors of a request at the fields of its form, in their order, with what the form needs besides
 * (`needed`, field → sentence) said at the same time.
 */
export function toForm(
  errors: FieldErrors,
  form: FlatForm,
  needed: Record<string, string> = {},
): FieldErrors {
  const moved: FieldErrors = {};
  for (const [path, messages] of Object.entries(errors)) {
    const [name = '', part = ''] = path.split('.');
    const field =
      name === 'answers' ? answerField(part) : name === 'partySize' && 'adults' in form ? 'adults' : name;
    moved[field] = [...new Set([...(moved[field] ?? []), ...messages])];
  }
  for (const [field, message] of Object.entries(needed)) {
    if (chosen(form[field]).length === 0) moved[field] = [message];
  }
  return Object.fromEntries(Object.entries(moved).sort(([a], [b]) => placeOf(a) - placeOf(b)));
}
