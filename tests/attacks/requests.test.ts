import type { Context } from '@netlify/functions';
import { readdirSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerToken, readAnswerToken } from '#events/answer-token.ts';
import { openLink } from '#events/open-link.ts';
import { quietUrl, readQuietLink } from '#events/quiet/quiet.ts';
import { deliverNow } from '#mail/deliver-now.ts';
import { environment } from '#platform/environment.ts';
import { takeRateLimits } from '#platform/rate-limit.ts';
import { issueToken, readToken } from '#platform/tokens.ts';
import { openPreview, previewLink } from '#resources/desk/preview-link.ts';
import { guessesForOne, tooManyGuesses } from '#staff/sign-in.ts';
import type { CaughtMail } from '../../local/mail-catcher.ts';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import manage from '../../netlify/functions/rsvps-manage.ts';
import { watchedContext } from '../support/function-context.ts';
import { Gathering } from '../support/gathering.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Attacks by request, on the functions as they are deployed. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());
afterEach(() => settled());
beforeEach(() => {
  stack.mail.messages.length = 0;
});

const { context, settled } = watchedContext();
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${stack.origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('A form of another site', () => {
  type Handler = (request: Request, context: Context) => Promise<Response>;
  const endpoints = async () => {
    const files = readdirSync('netlify/functions').filter((file) => file.endsWith('.ts'));
    const modules = await Promise.all(
      files.map(
        (file) =>
          import(/* @vite-ignore */ `../../netlify/functions/${file}`) as Promise<{
            default: Handler;
            config?: { path?: string };
          }>,
      ),
    );
    return modules.flatMap(({ default: handle, config }) =>
      config?.path ? [{ path: config.path, handle }] : [],
    );
  };
  const statuses = async (headers: Record<string, string>) =>
    Object.fromEntries(
      await Promise.all(
        (await endpoints()).map(
          async ({ path, handle }) =>
            [path, (await handle(post(path, {}, headers), context)).status] as const,
        ),
      ),
    );

  test('is taken by no endpoint: each refuses it, or is one that nothing can be sent to', async () => {
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
    ]) {
      const answers = await statuses(headers);
      expect(Object.keys(answers).length).toBeGreaterThan(15);
      expect(Object.entries(answers).filter(([, status]) => status !== 403 && status !== 405)).toEqual([]);
    }
  });

  test('negative control: our own form is read by those that take one', async () => {
    const answers = await statuses({ 'Sec-Fetch-Site': 'same-origin' });
    expect(
      Object.entries(answers)
        .filter(([, status]) => status === 422)
        .map(([path]) => path)
        .sort(),
    ).toEqual(['/api/meetings/reports', '/api/rsvps', '/api/rsvps/manage', '/api/step-down/sign-ups']);
  });
});

/** In each name that a mail is made of: what would be another header, another reader, another body, a script. */
const injected = 'Soup\r\nBcc: evil@example.net\r\nX-Evil: 1\r\n\r\n<script>evil()</script>';

/** What an injection leaves in a mail that was caught. */
function evil(mail: CaughtMail): string[] {
  return [
    ...mail.to.filter((to) => to.includes('evil')).map((to) => `goes to ${to}`),
    ...Object.keys(mail.headers)
      .filter((name) => /^(bcc|x-evil)$/i.test(name))
      .map((name) => `has ${name}`),
    ...(/[\r\n]/.test(mail.subject) || /evil/i.test(mail.subject) ? ['has a subject of theirs'] : []),
    ...(/<script/i.test(mail.html) ? ['holds a script'] : []),
    ...(/^(X-EVIL|BCC)[:;]/im.test(mail.calendar?.content ?? '') ? ['has a line in its calendar'] : []),
  ];
}

describe('Mail', () => {
  test('of an event carries no header, reader or script that stands in its names', async () => {
    const evening = await Gathering.plan(stack, {
      ...{ title: injected, summary: injected, placeName: injected, address: injected, arrival: injected },
    });
    await evening.answer('ana');
    await evening.change({ placeName: `${injected} two`, title: `${injected} two` });
    await evening.write('everybody', injected);
    await deliverNow();
    await evening
      .call(`private.call_off_event('${evening.id}', 'X\nBcc: evil@example.net\n\n<script>')`)
      .catch(() => {});
    await deliverNow();
    expect(stack.mail.messages.length).toBeGreaterThanOrEqual(3);
    expect(stack.mail.messages.flatMap(evil)).toEqual([]);
    expect(new Set(stack.mail.messages.flatMap(({ to }) => to))).toEqual(new Set(['ana@example.org']));
    expect(
      stack.mail.messages.some(({ text }) => text.includes('evil()')),
      'the words did arrive',
    ).toBe(true);
  });

  test('to staff carries none of those in the names of staff', async () => {
    const name = `'${injected.replaceAll("'", "''")}'`;
    await stack.database.execute(
      `insert into public.staff_invitations (id, email, display_name, role, invited_by_name)
       values (gen_random_uuid(), 'new.person@example.org', ${name}, 'editor', ${name})`,
    );
    await deliverMail(post('/', {}), context);
    await deliverMail(post('/', {}), context);
    expect(stack.mail.messages.map(({ to }) => to)).toEqual([['new.person@example.org']]);
    expect(stack.mail.messages[0]?.text).toContain('evil()');
    expect(stack.mail.messages.flatMap(evil)).toEqual([]);
  });

  test.each([
    'a@example.org\r\nBcc: evil@example.net',
    'a@example.org, evil@example.net',
    '"<evil@example.net>" <a@example.org>',
    'a@example.org>\r\nRCPT TO:<evil@example.net',
  ])('goes to no address such as %j: nobody can leave it', async (value) => {
    const contact = { channel: 'email', value, safeToLeaveMessage: true };
    const answer = await signUps(
      post('/api/step-down/sign-ups', { kind: 'mentor', nameToUse: 'Ana', contact }),
      context,
    );
    expect(answer.status).toBe(422);
    await deliverNow();
    expect(stack.mail.messages).toEqual([]);
  });

  test('negative control: a mail that does carry them is seen', async () => {
    const transport = createTransport(environment().SMTP_URL);
    await transport.sendMail({
      envelope: { from: 'a@example.org', to: ['ana@example.org', 'evil@example.net'] },
      raw: 'Subject: Soup\r\nBcc: evil@example.net\r\nX-Evil: 1\r\nContent-Type: text/html\r\n\r\n<script>evil()</script>',
    });
    transport.close();
    expect(stack.mail.messages.flatMap(evil)).toHaveLength(4);
  });
});

describe('A link', () => {
  const id = crypto.randomUUID();
  const token = (address: string) => new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? '';
  const links = (): Record<string, string> => ({
    rsvp: issueToken('rsvp', id),
    'sign-up': issueToken('sign-up', id),
    consent: issueToken('consent', id),
    answer: answerToken({
      ...{ id, echo: false, status: 'going', position: null, partySize: 1, dates: 1, event: 'x', mail: true },
      at: Math.floor(Date.now() / 1000),
    }),
    quiet: token(quietUrl(id, 'en')),
    preview: token(previewLink({ id, previewKey: id }, 'America/Denver').address),
  });
  const doors: Record<string, (link: string) => unknown> = {
    rsvp: (link) => readToken(link)?.purpose === 'rsvp',
    'sign-up': (link) => readToken(link)?.purpose === 'sign-up',
    consent: (link) => readToken(link)?.purpose === 'consent',
    answer: (link) => readAnswerToken(link),
    quiet: (link) => readQuietLink(link),
  };

  test('of one kind opens no door of another, also with the other’s first letter', () => {
    const opened: string[] = [];
    for (const [kind, link] of Object.entries(links()))
      for (const [door, opens] of Object.entries(doors))
        for (const letter of ['', 'r', 's', 'c', 'a'])
          if (opens(letter === '' ? link : letter + link.slice(1)) && !opened.includes(`${kind} at ${door}`))
            opened.push(`${kind} at ${door}`);
    expect(opened).toEqual([
      'rsvp at rsvp',
      'sign-up at sign-up',
      'consent at consent',
      'answer at answer',
      'quiet at quiet',
    ]);
  });

  test('to a draft opens none but its own, and no reply', async () => {
    expect(await openLink(links()['preview'] ?? '')).toBeNull();
    for (const [kind, link] of Object.entries(links()))
      if (kind !== 'preview') expect(await openPreview(link), kind).toBeNull();
  });

  test('of somebody else, of another kind and of nobody are the same 404 to the byte', async () => {
    const evening = await Gathering.plan(stack);
    const rsvp = await evening.answer('ana');
    const answer = async (link: string) => {
      const answered = await manage(post('/api/rsvps/manage', { token: link, action: 'cancel' }), context);
      return `${answered.status} ${JSON.stringify([...answered.headers])} ${await answered.text()}`;
    };
    const [nobody = '', ...others] = await Promise.all(
      [
        issueToken('rsvp', crypto.randomUUID()),
        issueToken('sign-up', rsvp),
        issueToken('consent', rsvp),
        // another row’s signature under this row’s id
        `r${Buffer.concat([
          Buffer.from(rsvp.replaceAll('-', ''), 'hex'),
          Buffer.from(issueToken('rsvp', id).slice(1), 'base64url').subarray(16),
        ]).toString('base64url')}`,
        token(quietUrl(rsvp, 'en')),
      ].map(answer),
    );
    expect(nobody).toMatch(/^404 /);
    for (const other of others) expect(other).toBe(nobody);
    expect(await answer(issueToken('rsvp', rsvp)), 'negative control: their own link does it').toMatch(
      /^200 /,
    );
  });
});

describe('Asking for somebody', () => {
  test('in a request for care says nothing of whether they asked before', async () => {
    const ask = async (value: string) => {
      const contact = { channel: 'email', value, safeToLeaveMessage: true };
      const answer = await signUps(
        post('/api/step-down/sign-ups', { kind: 'mentor', nameToUse: 'Ana', contact }),
        context,
      );
      const body = (await answer.text())
        .replace(/\b\w{4}-\w{4}\b/, 'REFERENCE')
        .replace(/s[\w-]{43}/, 'LINK');
      return { status: answer.status, headers: [...answer.headers], body };
    };
    await ask('known@example.org');
    const [known, unknown] = [await ask('known@example.org'), await ask('other@example.org')];
    expect(known).toEqual(unknown);
    expect(known.status).toBe(201);
  });
});

describe('Guesses at a mailed code', () => {
  const newQuarter = () =>
    stack.database.execute("delete from public.rate_limits where bucket like 'staff-guesses:%'");

  test('end for the day after forty, however slowly they come, and for one address alone', async () => {
    const somebody = 'forty@example.org';
    for (let guess = 1; guess <= 40; guess += 1) {
      await newQuarter();
      expect(await takeRateLimits(guessesForOne, somebody), `guess ${guess}`).toBe(0);
    }
    await newQuarter();
    expect(await takeRateLimits(guessesForOne, somebody)).toBeGreaterThan(0);
    expect(await takeRateLimits(guessesForOne, 'somebody.else@example.org')).toBe(0);
    expect([tooManyGuesses(3600), tooManyGuesses(600)].join()).toMatch(/tomorrow.*15 minutes/);
  });

  test('end for a quarter of an hour after ten', async () => {
    const waits: number[] = [];
    // a window may end between two of them
    for (let guess = 1; guess <= 21; guess += 1)
      waits.push(await takeRateLimits(guessesForOne, 'ten@example.org'));
    expect(waits.slice(0, 10).every((wait) => wait === 0)).toBe(true);
    expect(waits.at(-1)).toBeGreaterThan(0);
  });
});
