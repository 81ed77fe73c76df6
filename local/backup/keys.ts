import type { Sql } from 'postgres';
import * as z from 'zod';
import { sealKeyIds, unseal } from '#platform/sealed.ts';
import { connectTo } from '../database/connect.ts';
import type { Head } from './manifest.ts';
import { linksMark } from './take.ts';

/** Whether the keys of this environment belong to what was restored. They are in no backup. */

interface KeyCheck {
  /** In plain words, what opens. */
  lines: string[];
  /** What does not, and what to do. */
  errors: string[];
}

const sealedText = z.object({ key_id: z.string(), texts: z.int(), subject: z.string(), sealed: z.string() });

/** One text for each key that something is sealed under. */
const oneOfEach = (sql: Sql) => sql`
  select key_id, count(*)::integer as texts, min(subject) as subject, (array_agg(sealed order by subject))[1] as sealed
  from (
    select key_id, id::text as subject, sealed from public.sign_ups where status <> 'withdrawn'
    union all select key_id, id::text, sealed from public.sign_up_notes
    union all select key_id, id || ':patient-name', patient_name from public.consents
  ) as text
  group by key_id order by key_id`;

/** Opens one text of each key and compares TOKEN_SECRET with the one of the backup. Needs the whole environment. */
export async function checkKeys(
  url: string,
  { madeAt, links }: Pick<Head, 'madeAt' | 'links'>,
): Promise<KeyCheck> {
  const sql = connectTo(url);
  const check: KeyCheck = { lines: [], errors: [] };
  try {
    for (const { key_id: key, texts, subject, sealed } of z
      .array(sealedText)
      .parse([...(await oneOfEach(sql))])) {
      const records = `${texts} ${texts === 1 ? 'record' : 'records'}`;
      if (!sealKeyIds().includes(key)) {
        check.errors.push(
          `INTAKE_KEYS has no key "${key}": ${records} of sign-ups stay closed until it is put back.`,
        );
      } else if (
        await unseal(sealed, subject).then(
          () => true,
          () => false,
        )
      ) {
        check.lines.push(`A text sealed under key "${key}" opens with INTAKE_KEYS (${records}).`);
      } else {
        check.errors.push(
          `The key "${key}" of INTAKE_KEYS is another one than ${records} were sealed under.`,
        );
      }
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  if (linksMark(madeAt) === links)
    check.lines.push('Personal links that people hold open: TOKEN_SECRET is the same.');
  else {
    check.errors.push(
      'TOKEN_SECRET is another one than when the backup was made: no personal link that people hold opens, until it is put back.',
    );
  }
  return check;
}
