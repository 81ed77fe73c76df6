import { createTransport } from 'nodemailer';
import postgres from 'postgres';
import { SMTPServer } from 'smtp-server';
import { composers } from '#mail/composers.ts';
import { deliverMail } from '#mail/deliver.ts';
import { freePort } from '../../local/node-server.ts';
import { startRealPostgres } from '../support/postgres.ts';
import { serveRest } from '../support/real-stack.ts';
import type { Figures } from './figures.ts';

/**
 * Mail that waits: so many confirmations in the outbox of a real PostgreSQL, sent by what `deliver-mail` runs every
 * minute, to an SMTP server that takes everything. Beside it nodemailer alone with letters of that size, over as
 * many lines to the same server. All in one process, the database in another.
 */
export async function benchOutbox(mails: number, figures: Figures): Promise<void> {
  const sink = await startSink();
  const server = await startRealPostgres();
  const url = `smtp://bench:bench@127.0.0.1:${sink.port}`;
  try {
    await using database = await server.freshDatabase();
    await using _rest = await serveRest(database, { SMTP_URL: url });
    await fillOutbox(database.owner, mails);
    let sent = 0;
    let ticks = 0;
    const started = performance.now();
    while (sent < mails) {
      const now = await deliverMail(composers);
      if (now === 0) throw new Error(`${mails - sent} mails stay in the outbox`);
      sent += now;
      ticks += 1;
    }
    const seconds = (performance.now() - started) / 1000;
    const letter = sink.bytes / sink.letters;
    const [left] = await database.owner.unsafe<{ count: number }[]>(
      `select count(*)::integer as count from public.outbox where status <> 'sent'`,
    );
    const bare = await alone(url, mails, Math.round(letter));
    figures.add({ name: 'mails by the outbox', unit: 'a second' }, mails, [sent / seconds]);
    figures.add({ name: 'mails by nodemailer alone', unit: 'a second' }, mails, [mails / bare]);
    figures.add({ name: 'outbox by nodemailer alone', unit: 'times' }, mails, [seconds / bare]);
    figures.add({ name: 'time it takes with one run of deliver-mail a minute', unit: 'min' }, mails, [ticks]);
    figures.add({ name: 'a letter', unit: 'bytes' }, mails, [letter]);
    figures.add(
      { name: 'not sent, or not known to be', unit: 'mails', limit: { kind: 'most', value: 0 } },
      mails,
      [left?.count ?? Number.NaN],
    );
  } finally {
    await server.close();
    await sink.close();
  }
}

const fillOutbox = async (owner: postgres.Sql, mails: number) => {
  await owner.unsafe(`select public.create_event(jsonb_build_object(
    'slug', 'bench', 'capacity', null, 'title', 'Supper', 'summary', 'A long table.', 'kind', 'social',
    'format', 'in-person', 'startsAt', now() + interval '3 days', 'endsAt', now() + interval '3 days 2 hours',
    'rsvpClosesAt', now() + interval '2 days', 'timeZone', 'America/Denver', 'maxPartySize', 8, 'status', 'published'))`);
  await owner.unsafe(
    `select public.create_rsvp('bench', 'Ana', 1, p_email => 'p' || n || '@example.org')
     from generate_series(1, $1::integer) n`,
    [mails],
  );
};

async function startSink() {
  const port = await freePort();
  const seen = { port, letters: 0, bytes: 0 };
  const server = new SMTPServer({
    ...{ authOptional: true, hideSTARTTLS: true, disabledCommands: ['STARTTLS'] },
    onAuth: (_auth, _session, done) => done(null, { user: 'bench' }),
    onData: (stream, _session, done) => {
      stream.on('data', (chunk: Buffer) => (seen.bytes += chunk.byteLength));
      stream.on('end', () => {
        seen.letters += 1;
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return Object.assign(seen, { close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
}

async function alone(url: string, mails: number, bytes: number): Promise<number> {
  const transport = createTransport({ url, pool: true, maxConnections: 3 });
  const text = 'A plain line of a letter.\n'.repeat(Math.ceil(bytes / 26));
  const started = performance.now();
  await Promise.all(
    Array.from({ length: mails }, (_, number) =>
      transport.sendMail({ from: 'b@example.org', to: `p${number}@example.org`, subject: 'Supper', text }),
    ),
  );
  transport.close();
  return (performance.now() - started) / 1000;
}
