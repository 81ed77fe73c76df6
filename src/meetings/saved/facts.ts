import type { Temporal } from 'temporal-polyfill';
import { comingDates } from '../coming.ts';
import type { MeetingView } from '../meeting-view.ts';
import { occurrenceWords } from '../occurrence-words.ts';
import { isEveryWeek } from '../recurrence.ts';
import type { ListedMeeting } from '../schema.ts';
import { words as english, type Words } from '../words.ts';
import type { SavedMeeting } from './saved.ts';

const datesKept = 8;

/** What somebody who saves a meeting takes along: enough for some weeks without asking again. */
export function savedFacts(
  meeting: ListedMeeting,
  view: MeetingView,
  now: Temporal.Instant,
  words: Words = english,
): SavedMeeting {
  const { slug, name, timeZone, mode, schedule } = meeting;
  const uncertain = mode === 'paused' || mode === 'unconfirmed';
  const plain = mode !== 'paused' && isEveryWeek(schedule);
  return {
    slug,
    name,
    ...(words.language === 'es' && { language: words.language }),
    ...(meeting.language !== null && meeting.language !== 'en' && { nameLanguage: meeting.language }),
    how: [...(uncertain ? [] : [view.mode]), ...view.place.slice(0, 1)].join(', '),
    when: view.when,
    timeZone,
    day: plain ? meeting.day : null,
    start: plain ? meeting.startTime : null,
    caution: uncertain ? view.mode : null,
    dates: comingDates(meeting, now, datesKept).map((date) => ({
      at: date.start.toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
      held: date.state !== 'closed',
      note: date.state === 'as-usual' ? null : occurrenceWords(date, words),
    })),
  };
}
