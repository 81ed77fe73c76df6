import { DatabaseUnavailable } from '#platform/database.ts';
import { EnvironmentError } from '#platform/environment.ts';
import { checkContent, readContent } from './content.ts';
import { checkDatabase } from './database.ts';
import { bad, look, type Finding } from './finding.ts';
import { checkKeyIds } from './keys.ts';
import { checkMail } from './mail.ts';
import { checkSchema } from './schema.ts';
import { checkSettings } from './settings.ts';
import { checkSite } from './site.ts';

export interface Examined {
  part: string;
  findings: Finding[];
}

export interface Choices {
  /** Of PostgreSQL itself, as for `supabase db push`. */
  dbUrl?: string | undefined;
  /** Who gets a test mail; nobody else gets any. */
  sendTo?: string | undefined;
}

/** Looks at every part of a configured deployment, one after another. Changes nothing in it. */
export async function* examine({ dbUrl, sendTo }: Choices): AsyncGenerator<Examined> {
  const parts: [string, () => Finding[] | Promise<Finding[]>][] = [
    ['Settings', checkSettings],
    ['Database', checkDatabase],
    ['Schema', () => checkSchema(dbUrl)],
    ['Keys', checkKeyIds],
    ['Mail', () => checkMail(sendTo)],
    ['Site', checkSite],
    ['Content', async () => checkContent(await readContent())],
  ];
  for (const [part, check] of parts) yield { part, findings: await findingsOf(check) };
}

/** A part that cannot be looked at is a finding of its own; the others are looked at all the same. */
async function findingsOf(check: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof EnvironmentError) {
      return [look('Not looked at: settings are missing.', 'Set them, and run this again.')];
    }
    if (error instanceof DatabaseUnavailable) {
      return [look('Not looked at: the database does not answer.', 'Run this again when it does.')];
    }
    return [bad('Could not be looked at.', error instanceof Error ? error.message : 'No reason given.')];
  }
}
