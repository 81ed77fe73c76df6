import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLink } from '#events/open-link.ts';
import { readMyReply } from '#events/mine/my-reply.ts';
import { quietUrl, readQuietLink, setQuiet } from '#events/quiet/quiet.ts';
import { issueToken, readToken } from '#platform/tokens.ts';
import { openPreview } from '#resources/desk/preview-link.ts';
import { openConsent, revokeConsent } from '#step-down/consent/consents.ts';
import { consentForm } from '#step-down/consent/sent.ts';
import { act as actOnConsent, signerOf, type Next } from '#step-down/consent/sign.ts';
import { act } from '#step-down/mine/act.ts';
import { readMySignUp } from '#step-down/mine/my-sign-up.ts';
import { signUpOf } from '#step-down/mine/open-page.ts';
import { changeReach, readReach } from '#step-down/mine/reach.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import { allRows, difference, type Rows } from '../support/all-rows.ts';
import { post } from '../support/desk-calls.ts';
import { idOf, tokenOf } from '../support/personal-links.ts';
import { openRsvpDesk, type RsvpDesk } from '../support/rsvp-desk.ts';

/**
 * Everything that a personal link does, with every link that somebody may hold who is not the person: nothing of the
 * person is read, and no row of theirs is changed.
 */

interface Person {
  name: string;
  /** By what each is for. */
  links: Record<'reply' | 'answer' | 'request' | 'check-ins' | 'consent' | 'fewer mails', string>;
  /** What a form can name beside its link. */
  names: { event: string; session: string; draft: string };
}

let desk: RsvpDesk;
let ana: Person;
let bea: Person;
/** The rows that came with her. */
let ofBea: Set<string>;
beforeAll(async () => {
  desk = await openRsvpDesk();
  ana = await arrive('Ana Attackword');
  const before = await allRows(desk.stack.database);
  bea = await arrive('Bea Plantedword');
  ofBea = new Set(difference(before, await allRows(desk.stack.database)).added);
});
afterAll(() => desk.close());

const show = (next: Next): string =>
  next.show === 'sign' ? next.draft : next.show === 'copy' ? next.id : '';
const choice = (name: string) =>
  consentForm.parse({
    ...{ action: 'choose', recipientKind: 'provider', recipientName: name, recipientReach: '505-555-0123' },
    ...{ information: ['dates'], purpose: 'my-care', until: '90', untilDate: '' },
  });
const signing = (draft: string, name: string) =>
  consentForm.parse({ action: 'sign', draft, patientName: name, signature: name });

/** Somebody with an answer to an event of their own, two requests, a consent, and another that is not signed yet. */
async function arrive(name: string): Promise<Person> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const event = await desk.event({ title: `A table for ${name}` });
  const [session] = await desk.query<{ id: string }>(`
    with pool as (insert into public.seat_pools (capacity) values (9) returning id)
    insert into public.event_sessions (event_id, pool_id, title, starts_at, ends_at)
    select events.id, pool.id, 'Soup', starts_at, ends_at from public.events, pool where slug = '${event}' returning id`);
  const { body } = await desk.rsvp(event, { name, email, accessNeeds: `a ramp for ${name}` });
  const [reply] = await desk.query<{ id: string }>(`select id from public.rsvps where email = '${email}'`);
  const ask = async (kind: string) => {
    const contact = { channel: 'email', value: email, safeToLeaveMessage: true };
    const told = await post(desk, signUps, '/api/step-down/sign-ups', { kind, nameToUse: name, contact }, []);
    return idOf({ manageUrl: told.body['manageUrl'] ?? '' });
  };
  const [request, checkIns] = [await ask('mentor'), await ask('check-ins')];
  const signer = await signerOf(request, 'en');
  if (!signer || !reply || !session) throw new Error(`${name} is not there`);
  const signed = show(
    await actOnConsent(signing(show(await actOnConsent(choice(name), signer)), name), signer),
  );
  const draft = show(await actOnConsent(choice(name), signer));
  await desk.settled();
  return {
    name,
    links: {
      reply: issueToken('rsvp', reply.id),
      answer: tokenOf(body),
      request: issueToken('sign-up', request),
      'check-ins': issueToken('sign-up', checkIns),
      consent: issueToken('consent', signed),
      'fewer mails': quietUrl(reply.id, 'en').split('/').at(-1) ?? '',
    },
    names: { event, session: session.id, draft },
  };
}

/** All that a link does on its pages and endpoints: what opens is read, then every button is pressed, the last ones delete. */
const doors: Record<string, (link: string, other: Person) => Promise<unknown>> = {
  'the page of a reply': async (link) => {
    const opened = await openLink(link);
    return opened && 'rsvp' in opened ? readMyReply(opened.rsvp, new Date().toISOString()) : opened;
  },
  'the endpoint of replies': async (token, { names }) => {
    const words = { partySize: 2, name: 'Somebody', accessNeeds: '', answers: { who: 'x' } };
    const said = [];
    for (const doing of [
      { action: 'update', ...words, sessions: [names.session] },
      { action: 'update', ...words },
      { action: 'dates', dates: [names.event] },
      ...['confirm', 'cancel', 'rejoin', 'forget'].map((action) => ({ action })),
    ])
      said.push((await desk.change({ token, ...doing })).body);
    return said;
  },
  'fewer mails': async (link) => {
    const rsvp = readQuietLink(link);
    return rsvp && setQuiet(rsvp, true);
  },
  'a copy of a consent': async (link) => {
    const opened = readToken(link);
    if (opened?.purpose !== 'consent') return null;
    const copy = await openConsent(opened.id);
    await revokeConsent(opened.id);
    return copy;
  },
  'the form of a consent': async (link, { names, name }) => {
    const signUp = signUpOf(link);
    const signer = signUp && (await signerOf(signUp, 'en'));
    return signer && actOnConsent(signing(names.draft, name), signer);
  },
  'how to reach somebody': async (link) => {
    const signUp = signUpOf(link);
    if (!signUp) return null;
    const contact = { channel: 'email', value: 'other@example.org', safeToLeaveMessage: true } as const;
    return [await readReach(signUp), await changeReach(signUp, { contact })];
  },
  'the page of a request': async (link) => {
    const signUp = signUpOf(link);
    if (!signUp) return null;
    const seen = await readMySignUp(signUp);
    for (const action of ['okay', 'call-me', 'stop', 'withdraw', 'forget'] as const)
      await act(signUp, action);
    return seen;
  },
  'a draft of staff': (link) => openPreview(link),
};

/** Goes through every door with these links, which may name what is the other's. */
async function tryAll(links: Record<string, string>, other: Person): Promise<string> {
  const said: unknown[] = [];
  for (const goThrough of Object.values(doors))
    for (const link of Object.values(links)) said.push(await goThrough(link, other));
  await desk.settled();
  return JSON.stringify(said);
}

const touched = (before: Rows, after: Rows): string[] => {
  const { gone, changed } = difference(before, after);
  return [...gone, ...changed.map((line) => line.split(': ')[0] ?? '')];
};

/** Her ids under the signature of another link of the same kind, and under none. */
function forged({ links }: Person, by: Person): Record<string, string> {
  const bytes = (link: string) => Buffer.from(link.slice(1), 'base64url');
  const half = (kind: keyof Person['links'], at: number) => {
    const [theirs, own] = [bytes(links[kind]), bytes(by.links[kind])];
    return links[kind][0] + Buffer.concat([theirs.subarray(0, at), own.subarray(at)]).toString('base64url');
  };
  const [rsvp = ''] = links['fewer mails'].split('.');
  const [, mark = ''] = by.links['fewer mails'].split('.');
  return {
    ...Object.fromEntries(
      (['reply', 'request', 'check-ins', 'consent'] as const).flatMap((kind) => [
        [kind, half(kind, 16)],
        [
          `${kind}, unsigned`,
          links[kind][0] +
            Buffer.concat([bytes(links[kind]).subarray(0, 16), Buffer.alloc(16)]).toString('base64url'),
        ],
        [`${kind}, as another`, `${kind === 'reply' ? 's' : 'r'}${links[kind].slice(1)}`],
      ]),
    ),
    answer: half('answer', 40),
    'fewer mails': `${rsvp}.${mark}`,
    'the id alone': rsvp,
  };
}

test('with links that are put together from hers and one’s own nothing opens, and no row of anybody is changed', async () => {
  const before = await allRows(desk.stack.database);
  expect(await tryAll(forged(bea, ana), bea)).not.toMatch(/Plantedword/i);
  const limits = (key: string) => key.startsWith('public.rate_limits');
  expect(touched(before, await allRows(desk.stack.database)).filter((key) => !limits(key))).toEqual([]);
});

test('with one’s own links and her event, session and draft in every form, nothing of hers is read or changed', async () => {
  const before = await allRows(desk.stack.database);
  const said = await tryAll(ana.links, bea);
  expect(said).not.toMatch(/Plantedword/i);
  expect(said, 'control: one’s own is read').toMatch(/Attackword/);
  const rows = touched(before, await allRows(desk.stack.database));
  expect(rows.filter((key) => ofBea.has(key))).toEqual([]);
  const own = ['rsvps', 'sign_ups', 'consents', 'check_ins', 'places'].map((table) => `public.${table} `);
  for (const table of own)
    expect(
      rows.some((key) => key.startsWith(table)),
      `control: ${table} of one’s own`,
    ).toBe(true);
});

test('negative control: with her own links all of it is read, changed and deleted', async () => {
  const before = await allRows(desk.stack.database);
  const said = await tryAll(bea.links, bea);
  for (const words of [
    'a ramp for Bea Plantedword',
    'bea.plantedword@example.org',
    'A table for Bea Plantedword',
  ])
    expect(said).toContain(words);
  const rows = new Set(touched(before, await allRows(desk.stack.database)));
  const personal = [...ofBea].filter((key) =>
    /^public\.(rsvps|sign_ups|consents|check_ins|places) /.test(key),
  );
  expect(personal.length).toBeGreaterThan(6);
  expect(personal.filter((key) => !rows.has(key))).toEqual([]);
});
