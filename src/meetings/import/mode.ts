import type { MeetingMode } from '../schema.ts';
import { conferenceProvider } from '../providers.ts';

/** What a feed says outright, where it says anything. */
export type StatedMode = 'in-person' | 'online' | 'hybrid' | 'inactive' | null;

export interface ModeEvidence {
  stated: StatedMode;
  /** The feed says its place is closed for now (type TC). */
  placeClosed: boolean;
  /** The feed marks the row online (types ONL, VM, HY). */
  markedOnline: boolean;
  joinUrl: string | null;
  joinPhone: string | null;
  /** There is a place one can walk to, not only a town. */
  hasPlace: boolean;
  notes: string | null;
}

const saysNotMeeting =
  /\btemp(?:orarily)?\.? ?(?:cancell?ed|closed|suspended|inactive)\b|\bno longer (?:meets|meeting)\b/i;

/**
 * How one attends, by these rules in this order:
 *
 * 1. *Reachable online* is a link to a known video service, a number to dial, or any link on a row the
 *    feed marks as online.
 * 2. A closed place (TC) or a row stated inactive: online if reachable online, else paused.
 * 3. Stated online, hybrid or in person holds, unless nothing bears it out: stated online or hybrid
 *    without a way in loses its online half; hybrid or in person without a place loses that half.
 *    What is left with neither half is unconfirmed.
 * 4. Nothing stated: online and a place is hybrid; online alone is online; a place alone is in person;
 *    neither is unconfirmed. The number of commas in an address decides nothing.
 * 5. An in-person meeting whose notes say it is cancelled for now, or a link to an unknown service and
 *    nothing else, is unconfirmed: shown, and said so.
 */
export function modeOf(evidence: ModeEvidence): MeetingMode {
  const known = conferenceProvider(evidence.joinUrl) !== null || evidence.joinPhone !== null;
  const saidOnline = evidence.markedOnline || evidence.stated === 'online' || evidence.stated === 'hybrid';
  const online = known || (evidence.joinUrl !== null && saidOnline);
  if (evidence.placeClosed || evidence.stated === 'inactive') return online ? 'online' : 'paused';

  const wantsOnline = evidence.stated === null ? online : evidence.stated !== 'in-person';
  const wantsPlace = evidence.stated === null ? evidence.hasPlace : evidence.stated !== 'online';
  const byLink = wantsOnline && online;
  const byFoot =
    wantsPlace && evidence.hasPlace && (evidence.stated !== null || !evidence.markedOnline || online);
  if (byLink) return byFoot ? 'hybrid' : 'online';
  if (!byFoot) return 'unconfirmed';
  return saysNotMeeting.test(evidence.notes ?? '') ? 'unconfirmed' : 'in-person';
}
