import { randomBytes } from 'node:crypto';
import { setEnvironment } from '#platform/environment.ts';
import { seed } from '../../local/database/seed.ts';
import { migrate, openSupabase, type EmbeddedSupabase } from '../../local/database/supabase.ts';
import { startMailCatcher, type CaughtMail } from '../../local/mail-catcher.ts';
import { freePort, serve } from '../../local/node-server.ts';

export interface TestStack {
  database: EmbeddedSupabase;
  /** With which Auth signs its tokens. */
  jwtSecret: string;
  /** What arrived, newest first. */
  mail: { messages: CaughtMail[]; address: string };
  /** The site's own origin, as the environment says it. Nothing listens there unless the caller sees to it. */
  origin: string;
  /** Until {@link bringDatabaseBack} connections to the database are refused, as in an outage. */
  takeDatabaseDown(): Promise<void>;
  bringDatabaseBack(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A migrated database in memory, its REST and Auth interface, a mail catcher, and an environment that
 * names them: what a test of a function or of a policy stands on. Start one per file. `over`: a real PostgreSQL
 * that is migrated, where grants of columns count, which the one in memory does not hold.
 */
export async function startTestStack(
  options: { seed?: boolean; origin?: string; over?: { url: string } } = {},
): Promise<TestStack> {
  const random = () => randomBytes(32).toString('base64url');
  const keys = {
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    jwtSecret: random(),
  };
  const [supabasePort, smtp, mailUi] = [await freePort(), await freePort(), await freePort()];
  const origin = options.origin ?? 'http://localhost:4321';

  const mail = await startMailCatcher({ smtp, mailUi });
  const source = options.over
    ? ({ kind: 'postgres', url: options.over.url, connections: 4 } as const)
    : ({ kind: 'pglite' } as const);
  const database = await openSupabase(source, keys, {
    host: '127.0.0.1',
    port: smtp,
    from: 'hello@juniperhollow.example',
  });
  if (!options.over) await migrate(database);
  if (options.seed) await seed(database);
  const serveApi = () => serve(supabasePort, 'SUPABASE_PORT', (request) => database.fetch(request));
  let api: Awaited<ReturnType<typeof serveApi>> | null = await serveApi();
  const takeDatabaseDown = async () => {
    await api?.close();
    api = null;
  };

  setEnvironment({
    SITE_URL: origin,
    SUPABASE_URL: `http://127.0.0.1:${supabasePort}`,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    SMTP_URL: `smtp://local:local@127.0.0.1:${smtp}`,
    MAIL_FROM: 'Juniper Hollow <hello@juniperhollow.example>',
    INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'test-1', k: random() }] }),
    TOKEN_SECRET: random(),
    BUILD_HOOK_URL: `${origin}/.local/build-hook`,
  });

  return {
    database,
    jwtSecret: keys.jwtSecret,
    mail: { messages: mail.messages, address: `http://127.0.0.1:${mailUi}` },
    origin,
    takeDatabaseDown,
    bringDatabaseBack: async () => {
      api ??= await serveApi();
      // a line that was kept open from before the outage may break at its next use: let that be this one
      const answers = () =>
        fetch(`http://127.0.0.1:${supabasePort}/`).then(
          (answer) => answer.text().then(() => true),
          () => false,
        );
      while (!(await answers()));
    },
    close: async () => {
      await takeDatabaseDown();
      await mail.close();
      await database.close();
    },
  };
}
