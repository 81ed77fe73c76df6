import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import type { DatabaseAddresses } from './rsvp-process.ts';

/** The database and the functions of RSVPs in processes of their own, and the two ways to ask them. */
export interface RsvpStage {
  /** Adds an event and returns its name in addresses. */
  addEvent(capacity: number | null): Promise<string>;
  /** POSTs JSON to a function over a kept connection, each time from another network address. */
  post(path: string, body: object): Promise<{ status: number; body: string }>;
  /** Asks the database itself, as the service. */
  sql: postgres.Sql;
  close(): Promise<void>;
}

function start(file: URL): ChildProcess {
  return fork(fileURLToPath(file), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

const said = <Message>(child: ChildProcess) =>
  new Promise<Message>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message));
    child.once('exit', () => reject(new Error('A process of the bench went away')));
  });

export async function startRsvpStage(): Promise<RsvpStage> {
  const database = start(new URL('./rsvp-process.ts', import.meta.url));
  const { sql: url, settings } = await said<DatabaseAddresses>(database);
  const functions = start(new URL('./function-process.ts', import.meta.url));
  functions.send(settings);
  const { origin } = await said<{ origin: string }>(functions);

  const sql = postgres(url, { max: 50, fetch_types: false, connection: { role: 'service_role' } });
  // every connection is open before anything is measured
  await Promise.all(Array.from({ length: 50 }, () => sql.unsafe('select pg_sleep(0.2)')));
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  let events = 0;
  let senders = 0;

  return {
    sql,
    async addEvent(capacity) {
      const slug = `bench-${++events}`;
      await sql.unsafe(
        `select public.create_event(jsonb_build_object(
          'slug', $1::text, 'capacity', $2::integer, 'title', 'Supper', 'summary', 'A long table.', 'kind', 'social',
          'format', 'in-person', 'startsAt', now() + interval '3 days', 'endsAt', now() + interval '3 days 2 hours',
          'rsvpClosesAt', now() + interval '2 days', 'timeZone', 'America/Denver', 'maxPartySize', 8, 'status', 'published'))`,
        [slug, capacity],
      );
      return slug;
    },
    post(path, body) {
      const text = JSON.stringify(body);
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
        // fewer from each address than any limit, as from so many houses
        'X-Bench-Address': `10.0.${Math.floor(++senders / 50) % 250}.1`,
      };
      return new Promise((resolve, reject) => {
        const sent = request(`${origin}${path}`, { method: 'POST', agent, headers }, (answer) => {
          let read = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => (read += part));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: read }));
        });
        sent.on('error', reject);
        sent.end(text);
      });
    },
    async close() {
      agent.destroy();
      await sql.end({ timeout: 1 });
      for (const child of [functions, database]) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.disconnect();
        await ended;
      }
    },
  };
}
