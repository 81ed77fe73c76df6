import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, inOtherLanguage, signerOf } from '#step-down/consent/sign.ts';
import { consentForm } from '#step-down/consent/sent.ts';
import { consentText } from '#step-down/consent/texts.ts';
import { answerForm, type FormAnswer } from '#step-down/form/answer.ts';
import { newDraft } from '#step-down/form/move.ts';
import { newFilling, sealFilling } from '#step-down/form/token.ts';
import { readPrograms, type Program } from '#step-down/programs.ts';
import { readSignUp } from '#step-down/sign-ups.ts';
import { deliverNow } from '#mail/deliver-now.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import { watchedContext } from '../support/function-context.ts';
import { idOf } from '../support/personal-links.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** A request in Spanish, from the first page to the mail, and one that changed its language on the way. */

let stack: TestStack;
let programs: Program[];
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  programs = await readPrograms();
});
const { context, settled } = watchedContext();
afterAll(async () => {
  await settled();
  await stack.close();
});

type Typed = Record<string, string | string[]>;

async function post(language: 'en' | 'es', fields: Typed): Promise<FormAnswer> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((text) => [name, text])),
  );
  const path = language === 'es' ? '/es/step-down/sign-up/' : '/step-down/sign-up/';
  return answerForm(
    {
      request: new Request(stack.origin + path, { method: 'POST', body }),
      clientAddress: '203.0.113.9',
      response: { headers: new Headers(), status: 200, statusText: '' },
      routePattern: '/step-down/sign-up',
      locals: { requestId: 'request-1' } as App.Locals,
    },
    programs,
  );
}

const email = 'persona@example.org';
const said: Typed = {
  ...{ kind: 'mentor', nameToUse: 'Noé', channel: 'email', contactValue: email, safeToLeaveMessage: 'yes' },
  ...{ bestTimes: [], note: '', accessNeeds: '' },
};

const step = (answer: FormAnswer) => {
  if (answer.show !== 'step') throw new Error(`It shows ${answer.show}`);
  return answer;
};

/** Goes from a page to the answers together, with what each page offers of the language. */
async function fillIn(language: 'en' | 'es', from = newFilling(newDraft())) {
  let { filling, values } = { filling: from, values: {} as Record<string, unknown> };
  while (filling.draft.at !== 'check') {
    const chosen = filling.draft.at === 'language' ? { language: String(values['language']) } : {};
    const next = step(
      await post(language, { ...said, ...chosen, form: await sealFilling(filling), press: 'continue' }),
    );
    expect(next.errors).toEqual({});
    ({ filling, values } = next);
  }
  return filling;
}

const languageOfRow = async (id: string) => (await readSignUp(id))?.language;

describe('The form', () => {
  test('in Spanish is a request in Spanish, with a mail in Spanish that leads to a Spanish page', async () => {
    const filling = await fillIn('es');
    const sent = await post('es', { form: await sealFilling(filling), press: 'send' });
    if (sent.show !== 'sent') throw new Error(sent.show);
    expect(await languageOfRow(sent.signUp)).toBe('es');
    await deliverNow();
    const mail = stack.mail.messages.find(({ to }) => to.includes(email));
    expect(mail?.subject).toBe('Recibimos su nota');
    expect(mail?.text).toMatch(/http:\/\/localhost:4321\/es\/r\/s[\w-]{43}/);
    expect(mail?.text).not.toMatch(/\b(the|you|your|and|page|open|reference|sent by)\b/i);
  });

  test('says what is wrong in the language of its page', async () => {
    const token = await sealFilling(newFilling({ ...newDraft({ kind: ['mentor'] }), at: 'name' }));
    expect(step(await post('es', { form: token, nameToUse: '', press: 'continue' })).errors).toEqual({
      nameToUse: ['Escriba el nombre que debemos usar'],
    });
    const trapped = step(await post('es', { form: token, website_confirm: 'x', press: 'continue' }));
    expect(Object.values(trapped.errors).join()).toMatch(/^No pudimos enviar esto.*También puede llamarnos/);
  });

  test('begun in English and finished in Spanish is one request in Spanish', async () => {
    const english = await fillIn('en');
    expect(english.draft.answers['language']).toEqual(['en']);
    const turned = step(await post('es', { form: await sealFilling(english), 'in-language': 'es' }));
    expect(turned).toMatchObject({ status: 200, errors: {} });
    expect(turned.filling.id).toBe(english.id);
    expect(turned.filling.draft).toEqual({
      ...english.draft,
      answers: { ...english.draft.answers, language: ['es'] },
    });
    const sent = await post('es', { form: await sealFilling(turned.filling), press: 'send' });
    if (sent.show !== 'sent') throw new Error(sent.show);
    expect(await languageOfRow(sent.signUp)).toBe('es');
  });

  test('that is turned to the other language keeps what was typed, checks nothing and stores nothing', async () => {
    const count = async () =>
      (await stack.database.query<{ count: number }>('select count(*)::int from public.sign_ups'))[0]?.count;
    const before = await count();
    const draft = { ...newDraft({ kind: ['mentor'] }), at: 'words' as const };
    const form = await sealFilling(newFilling(draft));
    const turned = step(await post('es', { form, note: 'half a thought', 'in-language': 'es' }));
    expect(turned).toMatchObject({ status: 200, errors: {}, filling: { draft } });
    expect(turned.values['note']).toBe('half a thought');
    expect(await count()).toBe(before);
  });

  test('who wants to be answered in another language than the page’s is', async () => {
    const { filling } = step(
      await post('es', {
        form: await sealFilling(newFilling({ ...newDraft({ kind: ['mentor'] }), at: 'language' })),
        language: 'en',
        press: 'continue',
      }),
    );
    expect(filling.draft.answers['language']).toEqual(['en']);
  });
});

describe('The address for programs', () => {
  const ask = (body: object) =>
    signUps(
      new Request('http://localhost:4321/api/step-down/sign-ups', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
      context,
    );
  const request = {
    ...{ kind: 'mentor', nameToUse: 'Noé', language: 'es' },
    contact: { channel: 'phone', value: '(303) 555-0123', safeToLeaveMessage: true },
  };

  test('answers in the language of the request, and with a page in it', async () => {
    const { manageUrl } = (await (await ask(request)).json()) as { manageUrl: string };
    expect(manageUrl).toMatch(/^http:\/\/localhost:4321\/es\/r\/s[\w-]{43}$/);
  });

  test('says in Spanish what is wrong, and why a group is not taken', async () => {
    const wrong = (await (await ask({ ...request, nameToUse: ' ' })).json()) as object;
    expect(wrong).toMatchObject({
      title: 'Hay un problema',
      errors: { nameToUse: ['Escriba el nombre que debemos usar'] },
    });
    const unknown = (await (await ask({ ...request, kind: 'program', program: 'no-such' })).json()) as object;
    expect(unknown).toMatchObject({
      title: 'No tenemos este programa',
      errors: { program: ['Este programa no está en nuestra lista. Elija otro'] },
    });
    const extra = (await (await ask({ ...request, admin: true })).json()) as { errors: object };
    expect(JSON.stringify(extra.errors)).toMatch(/desconocid/);
  });

  test('a consent that is turned to Spanish while it is read is signed in Spanish', async () => {
    const told = (await (await ask({ ...request, language: 'en' })).json()) as { manageUrl: string };
    const signUp = idOf(told);
    const english = await signerOf(signUp, 'en');
    const spanish = await signerOf(signUp, 'es');
    if (!english || !spanish) throw new Error('Nobody');
    const chosen = consentForm.parse({
      ...{ action: 'choose', recipientKind: 'family', recipientName: 'Ola', recipientReach: '' },
      ...{ information: 'dates', purpose: 'support-at-home', until: '90', untilDate: '' },
    });
    const first = await act(chosen, english);
    if (first.show !== 'sign') throw new Error(first.show);
    const turned = await inOtherLanguage({ draft: first.draft, patientName: 'Noé' }, spanish);
    expect(turned).toMatchObject({ show: 'sign', language: 'es', choices: first.choices });
    if (turned.show !== 'sign') throw new Error(turned.show);
    expect(turned.refused).toBeUndefined();
    const signing = { action: 'sign' as const, patientName: 'Noé', signature: 'Noé' };
    expect((await act({ ...signing, draft: first.draft }, spanish)).show).toBe('sign');
    expect((await act({ ...signing, draft: turned.draft }, spanish)).show).toBe('copy');
    const [kept] = await stack.database.query<{ language: string; text_version: string }>(
      `select language, text_version from public.consents where sign_up_id = '${signUp}'`,
    );
    expect(kept).toEqual({ language: 'es', text_version: consentText('general', 'es').version });
  });
});
