import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { sealNote, sealReply } from '../sealed-texts.ts';
import type { IntakePerson } from './people.ts';
import type { RecordAction } from './record-form.ts';

const answer = z.object({ outcome: z.string(), owner: z.string().nullish() });
/** How an action ended: the action and its outcome in the database; `owner` is who was faster. */
export interface Done {
  action: RecordAction['action'];
  outcome: string;
  owner?: string | null | undefined;
}

/**
 * Does it as the person who asks, and nothing twice when it is sent twice. What is written is sealed before it
 * leaves the server. Throws DatabaseUnavailable.
 */
export async function act(
  database: OnwardDatabase,
  id: string,
  action: RecordAction,
  people: IntakePerson[],
): Promise<Done> {
  if (action.action === 'open') return { action: 'open', outcome: 'opened' };
  const said = await ask(database, id, action, people);
  return { action: action.action, ...answer.parse(rows(said)) };
}

async function ask(
  database: OnwardDatabase,
  id: string,
  action: Exclude<RecordAction, { action: 'open' }>,
  people: IntakePerson[],
) {
  const me = people.find((person) => person.me)?.id;
  switch (action.action) {
    case 'claim':
      return assign(database, id, action.from, me);
    case 'release':
      return assign(database, id, action.from, undefined);
    case 'assign':
      return assign(database, id, action.from, action.to);
    case 'status': {
      const { standing } = action;
      const open = standing === 'read' || standing === 'contacted' || standing === 'scheduled';
      return database.rpc('set_sign_up_status', {
        p_sign_up: id,
        p_status: open ? standing : 'closed',
        ...(!open && { p_why: standing }),
      });
    }
    case 'note': {
      const { sealed, keyId } = await sealNote(action.note, action.noteId);
      return database.rpc('note_sign_up', {
        ...{ p_sign_up: id, p_note: action.noteId, p_sealed: sealed, p_key_id: keyId },
      });
    }
    case 'hold':
      return database.rpc('hold_seat', { p_sign_up: id, p_cohort: action.cohort });
    case 'decline': {
      const { sealed } = await sealReply(action.reply, id);
      return database.rpc('decline_sign_up', {
        ...{ p_sign_up: id, p_reply: sealed, p_alternatives: action.alternatives },
      });
    }
  }
}

const assign = (database: OnwardDatabase, id: string, from: string | null, to: string | undefined) =>
  database.rpc('assign_sign_up', {
    p_sign_up: id,
    ...(to !== undefined && { p_to: to }),
    ...(from !== null && { p_from: from }),
  });
