import type { Context } from '@netlify/functions';
import { expect } from 'vitest';
import type { FunctionHandler } from '#platform/endpoint.ts';

/** Asks functions as a browser does, and looks at what comes back. */

export interface Answered {
  status: number;
  type: string;
  retryAfter: number | null;
  body: Record<string, unknown>;
  milliseconds: number;
}

const behind: Promise<unknown>[] = [];
let people = 0;

/** A context of a function of its own, from one of many houses: limits count by address. */
const context = (): Context =>
  ({
    ip: `10.0.${Math.floor(++people / 100) % 250}.1`,
    requestId: 'fault',
    waitUntil: (work: Promise<unknown>) => void behind.push(work),
  }) as unknown as Context;

/** POSTs JSON where there is a body, and GETs otherwise. */
export async function ask(handler: FunctionHandler, path: string, body?: unknown): Promise<Answered> {
  const started = performance.now();
  const request = new Request(`http://localhost:4321${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const answer = await handler(request, context());
  const retryAfter = answer.headers.get('retry-after');
  return {
    status: answer.status,
    type: answer.headers.get('content-type')?.split(';')[0] ?? '',
    retryAfter: retryAfter === null ? null : Number(retryAfter),
    body: JSON.parse((await answer.text()) || '{}') as Record<string, unknown>,
    milliseconds: performance.now() - started,
  };
}

/** Runs a scheduled function once. */
export const runOnce = (handler: FunctionHandler): Promise<Answered> => ask(handler, '/', {});

/** What goes on behind the answers is done. */
export async function settled(): Promise<void> {
  await Promise.allSettled(behind.splice(0));
}

/** Says “not now” so that a program and a person know what to do, and nothing of the inside. Returns it in words. */
export function expectNotNow(answer: Answered): string {
  expect(answer).toMatchObject({ status: 503, type: 'application/problem+json' });
  expect(answer.retryAfter).toBeGreaterThan(0);
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|ECONN|127\.0\.0\.1|postgres|sql|@example/i);
  return inWords(answer);
}

/** `503 “We cannot do this right now”`. */
export const inWords = ({ status, body }: Answered): string =>
  typeof body['title'] === 'string' ? `${status} “${body['title']}”` : String(status);

export const rsvpOf = (event: string, person: string, more: Record<string, unknown> = {}) => ({
  event,
  name: 'Ana',
  email: `${person}@example.org`,
  partySize: 1,
  idempotencyKey: `key-of-${person}`,
  ...more,
});

/** Does all the work, so many at a time, and returns what each came to. */
export async function atOnce<Item, Result>(
  items: Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [place, item] of entries) results[place] = await work(item);
  };
  await Promise.all(Array.from({ length: count }, worker));
  return results;
}
