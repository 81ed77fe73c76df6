import * as z from 'zod';
import { rows, serviceDatabase } from '#platform/database.ts';

/** Where sealed texts stand, row by row, for whoever changes the keys. Every call throws DatabaseUnavailable. */

/** One sealed text, and what it is bound to. */
export interface Text {
  column: string;
  sealed: string;
  subject: string;
}

export interface SealedRow {
  id: string;
  /** Of its newest text, as the row itself says. */
  keyId: string;
  texts: Text[];
}

export interface SealedTable {
  name: 'sign_ups' | 'sign_up_notes' | 'consents';
  /** Up to `count` rows with sealed texts, by their ids, after one of them. */
  read(after: string, count: number): Promise<SealedRow[]>;
  /**
   * Puts other texts in the place of those that were read, all of one row at once. False when the row is
   * not what was read any more, or gone: nothing happened.
   */
  replace(before: SealedRow, after: Text[], keyId: string): Promise<boolean>;
}

const some = z.array(z.object({ id: z.string() })).transform((changed) => changed.length > 0);

const signUps: SealedTable = {
  name: 'sign_ups',
  async read(after, count) {
    const answer = await serviceDatabase()
      .from('sign_ups')
      .select('id, key_id, sealed, reply')
      // what was sealed there is overwritten
      .neq('status', 'withdrawn')
      .gt('id', after)
      .order('id')
      .limit(count);
    return rows(answer).map(({ id, key_id, sealed, reply }) => ({
      id,
      keyId: key_id,
      texts: [
        { column: 'sealed', sealed, subject: id },
        ...(reply === null ? [] : [{ column: 'reply', sealed: reply, subject: `${id}:reply` }]),
      ],
    }));
  },
  async replace({ id, texts }, after, keyId) {
    const byColumn = (of: Text[]) => Object.fromEntries(of.map(({ column, sealed }) => [column, sealed]));
    const answer = await serviceDatabase().rpc('rotate_sign_up', {
      p_sign_up: id,
      p_before: byColumn(texts),
      p_after: byColumn(after),
      p_key_id: keyId,
    });
    return z.boolean().parse(rows(answer));
  },
};

/** Only a change of keys changes these two tables' texts, so the key's id tells whether they are what was read. */

const notes: SealedTable = {
  name: 'sign_up_notes',
  async read(after, count) {
    const found = serviceDatabase().from('sign_up_notes').select('id, key_id, sealed');
    return rows(await found.gt('id', after).order('id').limit(count)).map(({ id, key_id, sealed }) => ({
      id,
      keyId: key_id,
      texts: [{ column: 'sealed', sealed, subject: id }],
    }));
  },
  async replace({ id, keyId: before }, [text], keyId) {
    const changed = serviceDatabase()
      .from('sign_up_notes')
      .update({ sealed: text?.sealed ?? '', key_id: keyId });
    return some.parse(rows(await changed.eq('id', id).eq('key_id', before).select('id')));
  },
};

const consents: SealedTable = {
  name: 'consents',
  async read(after, count) {
    const found = serviceDatabase().from('consents').select('id, key_id, patient_name, recipient, signature');
    return rows(await found.gt('id', after).order('id').limit(count)).map(
      ({ id, key_id, patient_name, recipient, signature }) => ({
        id,
        keyId: key_id,
        texts: [
          { column: 'patient_name', sealed: patient_name, subject: `${id}:patient-name` },
          { column: 'recipient', sealed: recipient, subject: `${id}:recipient` },
          { column: 'signature', sealed: signature, subject: `${id}:signature` },
        ],
      }),
    );
  },
  async replace({ id, keyId: before }, after, keyId) {
    const columns = Object.fromEntries(after.map(({ column, sealed }) => [column, sealed]));
    const changed = serviceDatabase()
      .from('consents')
      .update({ ...columns, key_id: keyId });
    return some.parse(rows(await changed.eq('id', id).eq('key_id', before).select('id')));
  },
};

export const sealedTables: SealedTable[] = [signUps, notes, consents];
