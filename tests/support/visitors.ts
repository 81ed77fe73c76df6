import { expect } from 'vitest';
import { open, type Visit } from './crawl.ts';

/** Pages that exist only for somebody who did something: an answer, a sign-up, a mistake in a form. */

const postJson = async (origin: string, path: string, body: unknown) => {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
};

/** An upcoming event with seats, by the API. */
export async function openEvent(origin: string): Promise<string> {
  const events = (await (await fetch(`${origin}/api/events`)).json()) as {
    slug: string;
    seatsLeft: number | null;
    status: string;
    replies: string;
    startsAt: string;
  }[];
  const upcoming = events.find(
    (event) =>
      event.status === 'open' &&
      event.replies === 'rsvp' &&
      event.seatsLeft !== 0 &&
      Date.parse(event.startsAt) > Date.now() + 3 * 86_400_000,
  );
  expect(upcoming, 'an upcoming event with seats').toBeDefined();
  return upcoming?.slug ?? '';
}

export async function ownPages(origin: string): Promise<Visit[]> {
  const event = await openEvent(origin);
  const rsvp = await postJson(origin, '/api/rsvps', {
    event,
    name: 'Ana Example',
    email: 'ana.browser@example.org',
    partySize: 1,
    agreeToConduct: true,
  });
  // the second file that asks is the same person
  expect([200, 201]).toContain(rsvp.status);
  const signUp = await postJson(origin, '/api/step-down/sign-ups', {
    kind: 'mentor',
    nameToUse: 'Ana',
    contact: { channel: 'email', value: 'ana.browser@example.org', safeToLeaveMessage: true },
  });
  expect(signUp.status).toBe(201);
  return [
    open(new URL(rsvp.body['manageUrl'] ?? '', origin).pathname),
    open(new URL(signUp.body['manageUrl'] ?? '', origin).pathname),
    open(`/r/${'r'.repeat(44)}`),
    open('/no/such/page/'),
    open(`/events/${event}/rsvp`),
    open('/step-down/sign-up/'),
    emptyForm('/events/' + event + '/'),
    emptyQuestion,
  ];
}

/** The page that answers the first big form of a page, sent with nothing in it and without JavaScript. */
const emptyForm = (path: string): Visit => ({
  name: `${path} (sent empty)`,
  go: async ({ page }) => {
    await page.goto(path);
    return (
      await Promise.all([
        page.waitForNavigation(),
        page.evaluate(() => document.querySelector<HTMLFormElement>('main form[method="post" i]')?.submit()),
      ])
    )[0];
  },
});

/** The first question of the sign-up form, sent with no answer and without JavaScript. */
const emptyQuestion: Visit = {
  name: '/step-down/sign-up/ (sent empty)',
  go: async (window) => {
    await emptyForm('/step-down/sign-up/').go(window);
    return (
      await Promise.all([
        window.page.waitForNavigation(),
        window.page.evaluate(() =>
          document.querySelector<HTMLFormElement>('main form[method="post" i]')?.submit(),
        ),
      ])
    )[0];
  },
};
