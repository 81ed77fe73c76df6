import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { meetingView } from '#meetings/meeting-view.ts';
import { pathwaySchema } from '#meetings/pathways/pathway.ts';
import { correctionForm } from '#meetings/reports/report-form.ts';
import { errorsSpanish } from '#meetings/reports/spanish.ts';
import { savedFacts } from '#meetings/saved/facts.ts';
import { myWeek } from '#meetings/saved/my-week.ts';
import { readMeeting } from '#meetings/saved/saved.ts';
import { spanish } from '#meetings/saved/spanish.ts';
import { wordsOf } from '#meetings/words-of.ts';
import { fieldErrors } from '#platform/guard.ts';
import { messageIn } from '#platform/spanish.ts';
import { sayIn } from '#i18n/spoken.ts';
import { listedMeeting } from '../support/meeting.ts';

/** My week, the pathways and the form for reports, in Spanish. */

const sunday = Temporal.Instant.from('2026-11-22T12:00:00-07:00');

test('a week in Spanish names its days as Spanish does, small after a comma and with a capital before a line', () => {
  const words = wordsOf('es');
  const kept = [{}, { slug: 'later', day: 3 }].map((changes) => {
    const meeting = listedMeeting({ ...changes, language: 'fr' });
    return savedFacts(meeting, meetingView(meeting, 'America/Denver', sunday, words), sunday, words);
  });
  const { days } = myWeek(kept, sunday.epochMilliseconds, 'America/Denver', sayIn('es', spanish));
  expect(days.map(({ near, date }) => near + date)).toEqual([
    'Hoy, domingo, 22 de noviembre',
    'Miércoles, 25 de noviembre',
  ]);
  expect(days[0]?.entries[0]?.time).toEqual({ hour: '7:00', half: 'p.m.' });
});

test('what is kept says in which language it is, so that a page in the other one can say so', () => {
  const meeting = listedMeeting({ language: 'fr' });
  const words = wordsOf('es');
  const facts = savedFacts(meeting, meetingView(meeting, 'America/Denver', sunday, words), sunday, words);
  expect(readMeeting(JSON.parse(JSON.stringify(facts)))).toMatchObject({
    language: 'es',
    nameLanguage: 'fr',
  });
  expect(readMeeting({ ...facts, language: 'xx', nameLanguage: '"><b>' })).not.toHaveProperty('nameLanguage');
  const english = savedFacts(meeting, meetingView(meeting, 'America/Denver', sunday), sunday);
  expect(english).not.toHaveProperty('language');
});

test('every error of a report has its Spanish', () => {
  const typed = {
    ...{ name: '', day: 'x', startTime: 'evening', timeZone: 'Mars', mode: 'x', joinUrl: 'call me' },
    ...{ joinPhone: 'x', reason: 'x', contact: 'x' },
  };
  const parsed = correctionForm(listedMeeting()).safeParse(typed);
  const errors = parsed.error ? Object.values(fieldErrors(parsed.error)).flat() : [];
  expect(errors.length).toBeGreaterThan(6);
  for (const said of errors) expect(messageIn('es', said, errorsSpanish), said).not.toBe(said);
});

test('the pathways are the same in both languages: their ids, links and days, and nothing else of them', () => {
  const [english, spanish] = ['en', 'es'].map((language) =>
    z.array(pathwaySchema).parse(parse(readFileSync(`content/${language}/pathways.yml`, 'utf8'))),
  );
  const facts = (pathways = english) => pathways?.map(({ id, finder, source }) => ({ id, finder, source }));
  expect(facts(spanish)).toEqual(facts(english));
  for (const [row, { id, what, who, meeting }] of (spanish ?? []).entries()) {
    expect([what, who, meeting], id).not.toContain(english?.[row]?.what);
    expect(what.match(/[.!?](?=\s|$)/g)?.length, id).toBe(2);
    expect(who, id).not.toBe(english?.[row]?.who);
    expect(meeting, id).not.toBe(english?.[row]?.meeting);
  }
});
