import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { query } from '../support/backstage.ts';
import { bringRowsBack, putRowsAside, rowsSince } from '../support/fuzz/as-it-was.ts';
import { faultWithin } from '../support/fuzz/answers.ts';
import { addressesOf, routeOf } from '../support/fuzz/addresses.ts';
import { postedForms, type PageForm } from '../support/fuzz/page-forms.ts';
import { fuzzRuns, tableOf, tallied, tryAll, type Tally } from '../support/fuzz/runs.ts';
import { formText, nearly, queryOf, raw } from '../support/fuzz/sent.ts';
import { badRows } from '../support/fuzz/stored.ts';
import { trapTexts } from '../support/fuzz/traps.ts';
import { tokenOf } from '../support/personal-links.ts';
import { signedInCookie } from '../support/signed-in-cookie.ts';

/**
 * Every form of every on-demand page, as the built site shows it to each role: sent as it stands, and with
 * something wrong; in `npm test` those for visitors. Afterwards every row is as it was, for the tests that come next.
 */

const { origin } = inject('site');
const runs = fuzzRuns(6);
/** For what stands around a form: queries, and bytes that are none of ours. */
const around = Math.min(runs, 20);
const roles = ['admin', 'coordinator', 'clinician', 'editor'] as const;
const onDemand = globSync('src/pages/**/*.{astro,ts}')
  .filter((file) => readFileSync(file, 'utf8').includes('prerender = false'))
  .map(routeOf)
  .sort();

/** The seventy pages of staff take minutes: `npm run fuzz:pages` goes through them. */
const staffToo = process.env['FUZZ_RUNS'] !== undefined;

const tallies: Tally[] = [];
const cookies = new Map<string, string>([['visitor', '']]);
let addresses: Record<string, string>;
beforeAll(async () => {
  await putRowsAside();
  for (const role of roles) cookies.set(role, await signedInCookie(role));
  addresses = await addressesOf(onDemand, query, await linksOfPeople());
}, 180_000);
afterAll(async () => {
  process.stdout.write(`\n${tableOf(tallies)}\n\n`);
  await bringRowsBack();
});

/** Links that open something: of somebody who answered, and of somebody who signed up. */
async function linksOfPeople(): Promise<Record<string, string>> {
  const [event] = await query<{ slug: string }>(
    `select slug from public.events join public.seat_pools pool on pool.id = pool_id
      where status = 'published' and rsvp_closes_at > now() and questions = '[]' and not asks_conduct
        and format = 'in-person' and replies = 'rsvp' and (capacity is null or seats_taken < capacity) order by slug limit 1`,
  );
  const api = async (path: string, body: object) => {
    const answer = await send(path, '', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    return tokenOf((await answer.json()) as { manageUrl: string });
  };
  const answered = await api('/api/rsvps', {
    event: event?.slug,
    name: 'Ana',
    phone: '(303) 555-0142',
    partySize: 1,
    agreeToConduct: true,
  });
  const contact = { channel: 'email', value: 'fuzz-page@example.org', safeToLeaveMessage: true };
  const signedUp = await api('/api/step-down/sign-ups', { kind: 'check-ins', nameToUse: 'Ana', contact });
  expect([answered, signedUp].map((token) => token.length)).toEqual([44, 44]);
  return {
    '/r/[token]': answered,
    ...Object.fromEntries(
      ['reach', 'delete', 'consent', 'check-in', 'check-in/stop'].map((one) => [
        `/r/${one}/[token]`,
        signedUp,
      ]),
    ),
  };
}

const send = (path: string, cookie: string, init: RequestInit = {}) =>
  fetch(new URL(path, origin), {
    redirect: 'manual',
    ...init,
    headers: { ...(init.headers as Record<string, string>), ...(cookie && { Cookie: cookie }) },
  });
const post = (path: string, body: BodyInit, cookie: string, type = 'application/x-www-form-urlencoded') =>
  send(path, cookie, {
    method: 'POST',
    body,
    ...(typeof body === 'string' && { headers: { 'Content-Type': type } }),
  });

test('every on-demand page has an address here', () => {
  expect(Object.keys(addresses).sort()).toEqual(onDemand);
  expect(Object.entries(addresses).filter(([, address]) => !address)).toEqual([]);
});

/** Of a form what a browser sends with one of its buttons, with up to three things wrong. */
const inputsOf = (form: PageForm) => {
  const button = fc.constantFrom(
    ...(form.buttons.length > 0 ? form.buttons : [{ name: '', value: '', action: null }]),
  );
  return button.chain(({ name, value, action }) =>
    fc
      .tuple(
        nearly(fc.constant({ ...form.fields, ...(name && { [name]: value }) })),
        fc.constantFrom(...trapTexts),
      )
      .map(([fields, bytes]) => ({ fields, bytes, to: action ?? form.action })),
  );
};

/** Headers about length and packing are the client's own here. */
const bytes = raw.filter(({ headers }) => !('Content-Length' in headers || 'Content-Encoding' in headers));

/** The forms of an address, or of the page that it sends a reader to. */
async function formsAt(address: string, cookie: string): Promise<PageForm[]> {
  const answer = await send(address, cookie);
  const to = answer.headers.get('location');
  return postedForms(await (to === null ? answer : await send(to, cookie)).text());
}

function bodyOf(form: PageForm, fields: Record<string, unknown>, bytes: string): BodyInit {
  if (!form.multipart) return formText(fields);
  const body = new FormData();
  for (const [name, value] of new URLSearchParams(formText(fields))) body.append(name, value);
  for (const name of form.files)
    body.append(name, new Blob([bytes]), bytes.slice(0, 80).replaceAll('\0', ''));
  return body;
}

/** What would take the session or the role away that the others need. */
const last = ['/staff/team', '/staff/second-factor', '/staff/settings', '/staff/sign'];

describe('each page', () => {
  const inOrder = [...onDemand].sort(
    (a, b) => Number(last.some((one) => a.startsWith(one))) - Number(last.some((one) => b.startsWith(one))),
  );
  const left = ['/404', '/500', '/staff/sign-out'];
  test.each(inOrder.filter((route) => !left.includes(route) && (staffToo || !route.startsWith('/staff'))))(
    '%s',
    async (route) => {
      const address = addresses[route] ?? '';
      const searches = queryOf({
        done: ['saved'],
        q: ['supper'],
        after: ['1'],
        kind: ['guide'],
        page: ['2'],
        slug: ['x'],
        next: ['/staff/'],
      });
      let pressed = false;
      for (const who of route.startsWith('/staff') ? roles : (['visitor'] as const)) {
        const cookie = cookies.get(who) ?? '';
        const page = tallied(tallies, `${route} ${who}`);
        await query('delete from public.rate_limits');
        const few: boolean = pressed && runs < 20;
        const beside = few ? 1 : around;
        await tryAll(page, searches, beside, (search) => faultWithin(send(address + search, cookie)));
        await tryAll(page, bytes, beside, ({ body, headers }) =>
          faultWithin(
            send(address, cookie, { method: 'POST', headers, ...(body !== undefined && { body }) }),
            typeof body === 'string' ? [body] : [],
          ),
        );
        const forms: PageForm[] = few ? [] : await formsAt(address, cookie);
        pressed ||= forms.length > 0;
        for (const form of forms) {
          await tryAll(page, inputsOf(form), runs, async ({ fields, bytes, to }) => {
            const target = new URL(to || address, new URL(address, origin));
            if (target.pathname.startsWith('/staff/sign-out')) return { status: 0, fault: null };
            await query('delete from public.rate_limits');
            return faultWithin(
              post(target.href, bodyOf(form, fields, bytes), cookie),
              Object.values(fields).flat().map(String),
            );
          });
        }
      }
    },
    1_500_000,
  );

  test('and nothing is stored that is no text, and every seat counts', async () => {
    expect(await badRows(query, { rows: rowsSince })).toEqual([]);
  });
});
