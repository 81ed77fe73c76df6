import { expect, test } from 'vitest';
import { rhythmOf } from '#events/series/coming-dates.ts';
import { ruleInWords } from '#events/series/rule-words.ts';
import { outcome, refusal } from '#events/refusals.ts';
import { eventsSpeak } from '#events/spanish.ts';
import { daysInWords } from '#events/when-words.ts';
import { hoursInWords, seatsInWords } from '#events/wording.ts';

/** How events speak Spanish: times, rhythms, seats, refusals. */

const supper = {
  startsAt: '2026-12-06T01:00:00Z',
  endsAt: '2026-12-06T03:00:00Z',
  timeZone: 'America/Denver',
};
const say = eventsSpeak('es');

test('a day and its hours are written as Spanish is in this country', () => {
  expect(daysInWords(supper, 'es')).toBe('sábado, 5 de diciembre de 2026');
  expect(hoursInWords(supper, 'es')).toMatch(/^6:00\s*[–-]\s*8:00\sp\.m\. MST$/);
});

test.each([
  ['FREQ=WEEKLY;BYDAY=TU', 'Todos los martes'],
  ['FREQ=WEEKLY;BYDAY=SA,SU', 'Todos los sábados y domingos'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Cada dos semanas, los martes'],
  ['FREQ=MONTHLY;BYDAY=1FR,3FR', 'El primer y el tercer viernes de cada mes'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'El último viernes de cada mes'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'El día 15 de cada mes'],
])('%s is said as “%s”', (rule, words) => expect(ruleInWords(rule, 'es')).toBe(words));

test('a rule without short words says nothing in Spanish either', () => {
  expect(ruleInWords('FREQ=YEARLY', 'es')).toBeNull();
  expect(rhythmOf({ rule: 'FREQ=WEEKLY;BYDAY=TU', lastOn: '2027-05-25' }, say)).toBe(
    'Todos los martes, hasta el 25 de mayo de 2027',
  );
});

test('one seat and several are counted by the rules of the language', () => {
  const left = (seatsLeft: number) => seatsInWords({ status: 'open', seatsLeft, waiting: 0 }, say);
  expect([left(1), left(4)]).toEqual(['Queda 1 lugar', 'Quedan 4 lugares']);
});

test('what the database refuses is said in the language of who asked', () => {
  const refused = refusal(outcome.parse({ outcome: 'party-too-large', maxPartySize: 4 }), 'es');
  expect(refused?.errors).toEqual({
    partySize: ['Escriba 4 o menos: es el grupo más grande para este evento'],
  });
});
