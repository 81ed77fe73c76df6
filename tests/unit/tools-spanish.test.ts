import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { spokenHere } from '#tools/my-data/spoken-drawers.ts';
import { spanish as card } from '#tools/coping-card/spanish.ts';
import { spanish as plan } from '#tools/plan/spanish.ts';
import { spanish as questions } from '#tools/ten-questions/spanish.ts';
import { spanish as timer } from '#tools/urge-timer/spanish.ts';

/** What the scripts of the tools say on a page in Spanish, of what was kept in whichever language. */

beforeAll(() => {
  vi.stubGlobal('document', {
    documentElement: { lang: 'es' },
    querySelectorAll: () => [
      { textContent: JSON.stringify(spokenHere) },
      { textContent: JSON.stringify(timer) },
    ],
  });
});
afterAll(() => vi.unstubAllGlobals());

test('an urge is told with its day, its hour and how often it came', async () => {
  const { inWords, ownLine, weekdayLine } = await import('#tools/urge-log/words.ts');
  const urge = { id: 'a', day: '2026-11-22', time: '19:30', where: 'My couch', trigger: '', did: '' };
  const [line] = inWords({ urges: [{ ...urge, before: 7, after: 3, went: 'eased', note: '' }] });
  expect(line).toContain('domingo, 22 de noviembre de 2026, 7:30');
  expect(line).toContain('Dónde: My couch. Fuerza: 7 antes, 3 después. Pasaron.');
  expect([1, 2, 3].map((often) => ownLine('Payday', often))).toEqual([
    ...['Payday: una vez.', 'Payday: dos veces.', 'Payday: 3 veces.'],
  ]);
  expect(weekdayLine(6, 2)).toBe('Los sábados: dos veces.');
});

test('days are counted in one and in many, and a date is written the Spanish way', async () => {
  const { daysInAll, milestoneName, returnInWords, stretchInWords } = await import('#tools/days/words.ts');
  expect([1, 2].map(daysInAll)).toEqual(['día en total', 'días en total']);
  expect([30, 365, 730].map(milestoneName)).toEqual(['30 días', 'Un año de días', '2 años de días']);
  expect(stretchInWords({ total: 9, stretch: { since: '2026-11-21', days: 1 } })).toBe(
    '1 día desde el 21 de noviembre de 2026.',
  );
  expect(returnInWords({ id: 'a', day: '2026-11-02', last: '2026-11-02', note: '' })).toBe(
    'Volvió a consumir el 2 de noviembre de 2026',
  );
});

test('what a week keeps has no language: its kind is said in that of the page', async () => {
  const { weekDrawer } = await import('#tools/week/week.ts');
  const { calendarTitles, fileName } = await import('#tools/week/words.ts');
  const block = { days: [6], from: '07:00', to: '15:00' };
  expect(
    weekDrawer.inWords({
      blocks: [
        { ...block, kind: 'group', what: '' },
        { ...block, kind: 'work', what: 'The bakery' },
      ],
    }),
  ).toEqual([
    'sábado, 7:00 a. m. a 3:00 p. m.: Horas de grupo',
    'sábado, 7:00 a. m. a 3:00 p. m.: The bakery',
  ]);
  expect(fileName).toBe('semana.ics');
  expect(Object.values(calendarTitles).join(' ')).not.toMatch(/grupo|reunión|recuperación/i);
});

test('money is in dollars, and a comma before cents is no thousand', async () => {
  const { goalInWords, money, sinceInWords } = await import('#tools/savings/words.ts');
  const { amountOf } = await import('#tools/savings/savings.ts');
  expect(money(1200)).toBe('$1,200');
  expect(goalInWords('half', { name: 'Bici', amount: 400 })).toBe('Más o menos la mitad de “Bici” ($400).');
  expect(sinceInWords({ weekly: 70, since: '2026-11-01', covered: false })).toBe(
    'desde el 1 de noviembre de 2026, a razón de $70 por semana.',
  );
  expect(['12,50', '1,200', '1,200.50'].map(amountOf)).toEqual([12.5, 1200, 1200.5]);
});

test('the timer, the card and the page of all of it speak too', async () => {
  const { leftInWords } = await import('#tools/urge-timer/words.ts');
  const { words } = await import('#tools/coping-card/words.ts');
  const { inside } = await import('#tools/my-data/words.ts');
  expect([0, 1, 5].map((left) => leftInWords('going', left))).toEqual([
    ...['Menos de un minuto.', 'Más o menos un minuto.', 'Unos 5 minutos.'],
  ]);
  expect([words.call('Lupe'), words.call('')]).toEqual(['Llamar a Lupe', 'Llamar a esta persona']);
  expect([1, 2].map(inside)).toEqual(['Lo que contiene (1 línea)', 'Lo que contiene (2 líneas)']);
});

test('one English text has one Spanish text where the words of several tools meet on a page', () => {
  for (const dictionary of [card, plan, questions]) {
    for (const [text, said] of Object.entries(dictionary)) {
      expect((spokenHere as Record<string, string>)[text], text).toBe(said);
    }
  }
});
