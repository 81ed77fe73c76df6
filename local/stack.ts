import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setEnvironment } from '#platform/environment.ts';
import { seed } from './database/seed.ts';
import { migrate, openSupabase } from './database/supabase.ts';
import { startMailCatcher } from './mail-catcher.ts';
import { serve } from './node-server.ts';
import { localSecrets } from './secrets.ts';

export interface Ports {
  site: number;
  supabase: number;
  mailUi: number;
  smtp: number;
}

/** Database, mail and settings of one local copy: what hosted Supabase and an SMTP provider are in production. */
export interface LocalStack {
  addresses: { site: string; supabase: string; mail: string };
  directory: string;
  close(): Promise<void>;
}

/**
 * Starts the database (kept in `directory` across restarts), its REST and Auth interface, and the mail
 * catcher; applies pending migrations; fills an empty database with the demo organisation; sets the
 * environment for this process and writes it down for commands in other processes.
 * Throws PortTaken with what to change.
 */
export async function startStack(ports: Ports, directory = '.data', fresh = false): Promise<LocalStack> {
  const lock = join(directory, 'running.json');
  const running = await runningStack(directory);
  if (running) {
    throw new Error(
      `The local stack is already running (process ${running}). Stop it first, or keep using it.`,
    );
  }
  if (fresh) await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });

  const secrets = await localSecrets(directory);
  const mail = await startMailCatcher(ports);
  const closing: (() => Promise<unknown>)[] = [mail.close];
  try {
    const addresses = {
      site: `http://localhost:${ports.site}`,
      supabase: `http://127.0.0.1:${ports.supabase}`,
      mail: `http://127.0.0.1:${ports.mailUi}`,
    };
    const sender = 'Juniper Hollow <hello@juniperhollow.example>';
    const database = await openSupabase({ kind: 'pglite', directory: join(directory, 'database') }, secrets, {
      host: '127.0.0.1',
      port: ports.smtp,
      from: 'hello@juniperhollow.example',
    });
    closing.unshift(database.close);
    await migrate(database);
    await seed(database);

    const api = await serve(ports.supabase, 'SUPABASE_PORT', (request) => database.fetch(request));
    closing.unshift(api.close);

    const settings = {
      SITE_URL: addresses.site,
      SUPABASE_URL: addresses.supabase,
      SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
      SUPABASE_SECRET_KEY: secrets.secretKey,
      SMTP_URL: `smtp://local:local@127.0.0.1:${ports.smtp}`,
      MAIL_FROM: sender,
      INTAKE_KEYS: secrets.intakeKeys,
      TOKEN_SECRET: secrets.tokenSecret,
      BUILD_HOOK_URL: `${addresses.site}/.local/build-hook`,
    };
    setEnvironment(settings);
    const lines = Object.entries(settings).map(([name, value]) => `${name}='${value}'`);
    await writeFile(join(directory, 'local.env'), `${lines.join('\n')}\n`, { mode: 0o600 });
    await writeFile(lock, JSON.stringify({ process: process.pid, supabase: addresses.supabase }));

    return {
      addresses,
      directory,
      close: async () => {
        for (const close of closing) await close();
        await rm(lock, { force: true });
      },
    };
  } catch (error) {
    for (const close of closing) await close();
    throw error;
  }
}

/**
 * The process that keeps this data folder open, if one does. It counts only while its database answers: a
 * lock left behind by a kill -9 is no lock, even when another program has its process number by now.
 */
export async function runningStack(directory = '.data'): Promise<number | null> {
  const lock = join(directory, 'running.json');
  if (!existsSync(lock)) return null;
  const { process: id, supabase } = JSON.parse(await readFile(lock, 'utf8')) as {
    process: number;
    supabase: string;
  };
  if (id === process.pid) return null;
  const answers = await fetch(`${supabase}/auth/v1/health`, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  );
  return answers ? id : null;
}
