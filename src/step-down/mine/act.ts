import * as z from 'zod';
import { rows, serviceDatabase } from '#platform/database.ts';
import { sendForm, type FormPage } from '#platform/form-page.ts';
import type { RateLimit, Refusal, TypedValues } from '#platform/guard.ts';
import { languageOf } from '#i18n/language.ts';
import { known, problemIn, spanishProblems } from '../problems.ts';
import { withdrawSignUp } from '../sign-ups.ts';

/** What a person does with one press on their own pages. */

/** Per network address, which whole houses share. */
export const mineLimit: RateLimit = { name: 'sign-up-mine', max: 300, windowSeconds: 600 };

const actions = ['withdraw', 'okay', 'call-me', 'stop', 'forget'] as const;
type Action = (typeof actions)[number];

/** What the one-button forms send. */
export const actionForm = z.object({
  action: z.enum(actions, { error: known('Press one of the buttons on this page') }),
});

/** What became of it, as the address says it afterwards. */
export type Done = 'withdrawn' | 'okay' | 'call-me' | 'stop' | 'forget';
type Acted = { did: Done } | { refused: Refusal };

const outcome = z.object({ outcome: z.string() });

const over: Refusal = {
  status: 409,
  title: known('This has ended already, so there was nothing to do'),
};

/**
 * Does what was pressed. Pressed twice it is done once, and says the same: what is gone is gone. Answers to
 * check-ins for a sign-up that has ended are refused. Throws DatabaseUnavailable.
 */
export async function act(id: string, action: Action): Promise<Acted> {
  switch (action) {
    case 'withdraw':
      await withdrawSignUp(id);
      return { did: 'withdrawn' };
    case 'forget':
      outcome.parse(rows(await serviceDatabase().rpc('forget_sign_up', { p_sign_up: id })));
      return { did: 'forget' };
    case 'stop':
      await answerCheckIn(id, action);
      return { did: 'stop' };
    case 'okay':
    case 'call-me':
      return (await answerCheckIn(id, action)) ? { did: action } : { refused: over };
  }
}

interface Pressed {
  did: Done | null;
  trouble: Refusal | null;
  typed: TypedValues;
}

/** What a page was sent for the sign-up `id`: done, refused, or (of a page that is only read) neither. */
export async function pressed(page: FormPage, id: string | null): Promise<Pressed> {
  if (id === null || page.request.method !== 'POST') return { did: null, trouble: null, typed: {} };
  const { trouble, result, typed } = await sendForm(
    page,
    { schema: actionForm, limit: mineLimit, spanish: spanishProblems },
    ({ action }) => act(id, action),
  );
  if (trouble) return { did: null, trouble, typed };
  if ('did' in result) return { did: result.did, trouble: null, typed };
  const { title, ...refused } = result.refused;
  const language = languageOf(new URL(page.request.url));
  return { did: null, trouble: { ...refused, title: problemIn(language, title) }, typed };
}

/** False when there is nothing to answer: it has ended, or never was. */
async function answerCheckIn(id: string, answer: 'okay' | 'call-me' | 'stop'): Promise<boolean> {
  const answered = await serviceDatabase().rpc('answer_check_in', { p_sign_up: id, p_answer: answer });
  return outcome.parse(rows(answered)).outcome === 'answered';
}
