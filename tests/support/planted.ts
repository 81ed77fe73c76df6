import { vi } from 'vitest';
import type { Rows } from './all-rows.ts';

/** Words that nobody else writes, one for each thing a person tells us, and where they are found again. */

/** In clear: where docs/privacy.md says that each lies, and nowhere else. */
export const inClear = {
  guestName: { words: 'Guillermina Zzyxplant', columns: ['public.rsvps.name'] },
  guestEmail: {
    words: 'zzyx.guillermina@planted.example',
    columns: ['public.rsvps.contact', 'public.rsvps.email'],
  },
  guestPhone: { words: '+13035550171', columns: ['public.rsvps.contact', 'public.rsvps.phone'] },
  needs: { words: 'a zzyxramp, two steps', columns: ['public.rsvps.access_needs'] },
  food: { words: 'no zzyxquinoa', columns: ['public.rsvps.food'] },
  answer: { words: 'with my zzyxcousin Ottoline', columns: ['public.rsvps.answers'] },
  walkIn: { words: 'Zzyxwalter Walkin', columns: ['public.rsvps.name'] },
  reason: { words: 'their zzyxsister drives them', columns: ['public.event_log.reason'] },
  message: { words: 'Bring a zzyxcoat', columns: ['public.event_messages.body'] },
  reportName: { words: 'Zzyxporch light', columns: ['public.meeting_reports.name'] },
  reportWords: { words: 'Ask for zzyxbertrand at the door', columns: ['public.meeting_reports.message'] },
  reportPlace: { words: 'zzyxcellar', columns: ['public.meeting_reports.proposed'] },
  reportContact: { words: 'zzyx.reporter@planted.example', columns: ['public.meeting_reports.contact'] },
  newStaffName: {
    words: 'Zzyxnew Colleague',
    columns: ['public.staff.display_name', 'public.staff_invitations.display_name'],
  },
  newStaffEmail: {
    words: 'zzyx.colleague@planted.example',
    columns: ['public.staff.email', 'public.staff_invitations.email'],
  },
} satisfies Record<string, { words: string; columns: string[] }>;

/** Sealed, or kept nowhere at all: found in no column. */
export const nowhere = {
  signUpName: 'Zzyxmarguerite Plantagenet',
  signUpEmail: 'zzyx.marguerite@planted.example',
  signUpPhone: '+13035550172',
  signUpNote: 'my zzyxshifts end at nine',
  signUpNeeds: 'an zzyxinterpreter for ASL',
  bestTime: 'after zzyxsupper',
  changedPhone: '+13035550173',
  staffNote: 'called zzyxtwice on Tuesday',
  reply: 'the zzyxevening group is full',
  patient: 'Zzyxmarguerite P. Plantagenet',
  recipient: 'Dr. Zzyxrecipient Kim',
  recipientReach: '505-555-0174',
  refusedName: 'Zzyxrefused Person',
  refusedEmail: 'zzyx.refused@planted.example',
  refusedNote: 'zzyxrefused words',
  refusedPhone: '+13035550175',
  outageEmail: 'zzyx.outage@planted.example',
  outageNote: 'zzyxoutage words',
  strangerEmail: 'zzyx.stranger@planted.example',
} satisfies Record<string, string>;

export const everyValue: string[] = [
  ...Object.values(inClear).map(({ words }) => words),
  ...Object.values(nowhere),
];

/** The ways in which the same words can stand somewhere. */
export const formsOf = (words: string): string[] => [
  ...new Set(
    [
      words,
      encodeURIComponent(words),
      words.replaceAll(' ', '+'),
      Buffer.from(words).toString('base64').replace(/=+$/, ''),
      Buffer.from(words).toString('base64url'),
      Buffer.from(words).toString('hex'),
      // the telling word alone, and a number as people write it
      ...(/\bzzyx\w+/i.exec(words) ?? []).filter((word) => word.length > 4),
      ...(/^\+1(\d{3})(\d{3})(\d{4})$/.exec(words)?.slice(2) ?? []).slice(1).map((last) => `555-${last}`),
    ].map((form) => form.toLowerCase()),
  ),
];

/** The planted words that stand in a text, in any form. */
export function plantedIn(text: string, values = everyValue): string[] {
  const lower = text.toLowerCase();
  return values.filter((words) => formsOf(words).some((form) => lower.includes(form)));
}

/** The columns in which words stand, as `public.rsvps.name`. */
export function columnsWith(rows: Rows, words: string): string[] {
  const found = new Set<string>();
  for (const { table, columns } of rows.values())
    for (const [column, value] of Object.entries(columns))
      // bytes come as \x and hex, everything else as its text
      if (plantedIn(typeof value === 'string' ? value : JSON.stringify(value), [words]).length > 0)
        found.add(`${table}.${column}`);
  return [...found].sort();
}

/** Everything this process writes from now on, by whichever way. */
export function listenToLog(): { lines: string[]; stop(): void } {
  const lines: string[] = [];
  const write = (chunk: unknown) => {
    lines.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString());
    return true;
  };
  const say = (...words: unknown[]) =>
    void lines.push(
      words
        .map((word) =>
          word instanceof Error ? `${word.stack}` : typeof word === 'string' ? word : JSON.stringify(word),
        )
        .join(' '),
    );
  const spies = [
    ...(['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(say),
    ),
    vi.spyOn(process.stdout, 'write').mockImplementation(write),
    vi.spyOn(process.stderr, 'write').mockImplementation(write),
  ];
  return { lines, stop: () => spies.forEach((spy) => spy.mockRestore()) };
}
