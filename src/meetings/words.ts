import { localeOf, type Language } from '#i18n/language.ts';
import { sayIn, type Say } from '#i18n/spoken.ts';
import type { spanish as finderSpanish } from './finder/spanish.ts';
import type { spanish } from './spanish.ts';
import { written } from './written.ts';

export type MeetingsText = keyof typeof spanish | keyof typeof finderSpanish;

/** A text with a capital first, as it begins a line: Spanish writes “martes” within one. */
export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** “a las 6:00 p.m.” ends a sentence with the stop it has. */
export const oneStop = (text: string): string => text.replace(/\.m\.\.$/, '.m.');

/** The other way round, where a line goes on: “La próxima: martes, 1 de diciembre”. */
export const within = (text: string, page: Language): string =>
  page === 'es' ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : text;

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** What this room says, in the language of `say`. The same words serve the pages and the browser. */
export function wordsIn(say: Say<MeetingsText>) {
  const number = new Intl.NumberFormat(localeOf(say.language));
  const count = (count: number): string => say.count(count, '{count} meeting', '{count} meetings');
  // Spanish says “a la una” and “a las dos”
  const atOne = (clock: string): boolean => /^1:/.test(clock);
  return {
    say,
    language: say.language,
    /** What a group wrote, as it stands in a sentence of ours. */
    written: (text: string) => written(text, say.language),
    /** As in the middle of a sentence. */
    days: dayNames.map((day) => say(day)),
    today: (day: string) => say('Today, {day}', { day }),
    tomorrow: (day: string) => say('Tomorrow, {day}', { day }),
    byAppointment: say('By appointment'),
    byAppointmentShort: say('Ask'),
    otherTimes: say('By appointment, or not in the coming weeks'),
    inPerson: say('In person'),
    online: say('Online'),
    onlineWith: (service: string) => say('Online with {service}', { service }),
    byPhone: say('by phone'),
    hybridShort: say('hybrid'),
    unconfirmed: say('Not confirmed: check before you go'),
    paused: say('Paused for now'),
    movedThisTime: say('Moved this time'),
    movedSeePage: say('Moved this time. The page says where it is.'),
    // In somebody's calendar, where a name would say too much.
    calendarWeekly: say('Weekly group'),
    calendarOther: say('Group'),
    alumniOnly: say('For alumni of our program'),
    clockThere: (zone: string, day: string | null) =>
      capital(day === null ? zone : say('{zone}, on {day}', { zone, day })),
    clockHere: (time: string, day: string | null, zone: string) =>
      say.language === 'es'
        ? `${day === null ? '' : `${day}, `}${time}, ${zone}`
        : day === null
          ? `${time} ${zone}`
          : `${day} ${time} ${zone}`,
    yourTime: say('your time'),
    heldAt: (clock: string, zone: string) => capital(say('{clock} {zone} where it is held', { clock, zone })),
    takeAway: (label: string) => say('{label} × (take away)', { label }),
    within: (distance: string, place: string) => say('Within {distance} of {place}', { distance, place }),
    takeAllAway: say('Take all away'),
    details: say('Details'),
    detailsOf: (name: string) => say('Details of {name}', { name: written(name, say.language) }),
    detailsUnreachable: say('The details cannot be shown here just now. The name leads to its page.'),
    happeningNow: say('Happening now'),
    underWay: (count: number) =>
      say.count(
        count,
        '{count} more began earlier and is under way',
        '{count} more began earlier and are under way',
      ),
    nowUntil: (clock: string) =>
      say(atOne(clock) ? 'Happening now, until {clock} // one o’clock' : 'Happening now, until {clock}', {
        clock,
      }),
    inMinutes: (minutes: number) =>
      minutes < 1
        ? say('Starting now')
        : minutes === 1
          ? say('In 1 minute')
          : minutes < 60
            ? say('In {count} minutes', { count: minutes })
            : minutes === 60
              ? say('In 1 hour')
              : say('In {hours} h {minutes} min', {
                  hours: Math.floor(minutes / 60),
                  minutes: minutes % 60,
                }),
    closedOn: (date: string, why: string | null) =>
      why === null
        ? say('Closed on {date}.', { date })
        : say('Closed on {date}: {why}.', { date, why: written(why, say.language) }),
    nextOn: (date: string) => say('Next on {date}.', { date }),
    movedTo: (date: string, place: string | null, why: string | null) => {
      const where = place === null ? '' : `, ${written(place, say.language)}`;
      const because = why === null ? '' : ` (${written(why, say.language)})`;
      return oneStop(say('Moved this time: {date}.', { date: `${date}${where}${because}` }));
    },
    movedWithin: (date: string, time: string) =>
      say(atOne(time) ? 'Moved on {date} to {time} // one o’clock' : 'Moved on {date} to {time}', {
        date,
        time,
      }),
    confirmedOn: (date: string) => say('Confirmed {date}', { date }),
    notConfirmed: say('Date of last confirmation not given'),
    count: (found: number) => (found === 0 ? say('No meeting is listed') : count(found)),
    countFor: (found: number, query: string) =>
      say('{count} for “{query}”', { count: found === 0 ? say('No meeting') : count(found), query }),
    noneFits: say('No meeting fits all of this.'),
    corrected: (from: string, to: string) =>
      say('Nothing has “{from}” in it. Shown for “{to}”.', { from, to }),
    soonestFirst: say('soonest first'),
    more: (count: number) => say('Show {count} more', { count }),
    onlySome: (count: number) =>
      say('{count} more are under way. Choose a filter to see them.', { count: number.format(count) }),
    searching: say('Looking…'),
    notOnPaper: (count: number) =>
      say('{count} more were found and do not fit on this list. Choose a filter in the finder to see them.', {
        count: number.format(count),
      }),
    listUnreachable: say('The list cannot be searched here just now. Press “Find” to search on our side.'),
    /** What a kind is called, by its English name: `Women`. */
    kind: (name: string) => say(`${name} // kind` as MeetingsText),
    /** What a fellowship is called, by the name it goes by in English. */
    fellowship: (name: string) => (name === 'Alumni group' || name === 'Another group' ? say(name) : name),
    spokenLanguage: (tag: string, name: string) =>
      say.language === 'es' ? capital(spanishNameOf(tag) ?? name) : name,
  };
}

export type Words = ReturnType<typeof wordsIn>;

function spanishNameOf(tag: string): string | undefined {
  try {
    const name = new Intl.DisplayNames(localeOf('es'), { type: 'language' }).of(tag);
    return name === tag ? undefined : name;
  } catch {
    return undefined;
  }
}

/** In English: for staff, and wherever nobody says otherwise. */
export const words = wordsIn(sayIn('en', {}));
