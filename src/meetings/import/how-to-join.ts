/** What says how to get in: an ID, a passcode, a link with one inside. */
const wayIn =
  /\b(?:(?:meeting|zoom|webinar|room) ?id|pass ?(?:code|word)|pwd|pin(?: code)?|access code|one[- ]tap)\b|https?:\/\/\S*(?:zoom\.us|pwd=)/i;

const longest = 1000;

/**
 * Feeds write passcodes into notes. Where a meeting can be joined, those lines belong to how to join, so
 * that a source which asks for it has them shown only to somebody who asks. What does not fit stays.
 */
export function partHowToJoin(
  notes: string | null,
  joinNotes: string | null,
): { notes: string | null; joinNotes: string | null } {
  if (notes === null || !wayIn.test(notes)) return { notes, joinNotes };
  const lines = notes.split('\n');
  const moved = lines.filter((line) => wayIn.test(line));
  const joined = [...new Set([...(joinNotes?.split('\n') ?? []), ...moved])].join('\n');
  if (joined.length > longest) return { notes, joinNotes };
  const rest = lines
    .filter((line) => !wayIn.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { notes: rest === '' ? null : rest, joinNotes: joined };
}
