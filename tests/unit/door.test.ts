import { decodeQR } from 'qr/decode.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnCode } from '#components/drawn-code.ts';
import { lineWords } from '#events/door/door-words.ts';
import {
  addPress,
  hereAfter,
  markTried,
  nextBatch,
  settle,
  type Answer,
  type Press,
} from '#events/door/presses.ts';
import { walkInName } from '#events/door/walk-in-name.ts';
import { personName } from '#platform/contact.ts';

/** Checking in at the door, with signal or without. */

let ids = 0;
const press = (parts: Partial<Press>): Press => ({
  ...{ id: `press-${++ids}`, kind: 'arrive', rsvp: 'ana', count: 1, was: 0, at: '2026-12-01T18:00:00Z' },
  ...parts,
});

describe('Presses that were not sent yet', () => {
  test('pressed and taken back is nothing', () => {
    const came = press({});
    expect(addPress([came], press({ count: 0, was: 1 }))).toEqual([]);
    const walkedIn = press({ kind: 'walk-in', rsvp: 'new', count: 2 });
    expect(addPress([walkedIn], press({ rsvp: 'new', count: 0, was: 2 }))).toEqual([]);
  });

  test('two of three, then all three, is all three at the time of the first', () => {
    const [only, ...others] = addPress(
      [press({ count: 2 })],
      press({ count: 3, was: 2, at: '2026-12-01T18:30:00Z' }),
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({ count: 3, was: 0, at: '2026-12-01T18:00:00Z' });
  });

  test('what has left stays as it was sent, and the next press goes behind it, one at a time', () => {
    const came = press({ tried: true });
    const back = press({ count: 0, was: 1 });
    const kept = addPress([came], back);
    expect(kept).toEqual([came, back]);
    expect(nextBatch(kept, 50)).toEqual([came]);
  });

  test('what is answered leaves the list, and what was refused is kept apart', () => {
    const [came, walkedIn, later] = [
      press({}),
      press({ kind: 'walk-in', rsvp: 'new' }),
      press({ rsvp: 'sam' }),
    ];
    const answers = [
      { id: came.id, outcome: 'arrived' as const },
      { id: walkedIn.id, outcome: 'no-room' as const },
    ];
    expect(settle([came, walkedIn, later], answers)).toEqual({
      left: [later],
      refused: [{ ...walkedIn, outcome: 'no-room' }],
    });
  });

  /** The server as `private.check_in` has it, for one device. */
  const take = (here: Map<string, number>, { kind, rsvp, count, was }: Press): Answer['outcome'] => {
    const now = here.get(rsvp) ?? 0;
    if (kind === 'walk-in') return here.has(rsvp) ? 'arrived' : (here.set(rsvp, count), 'arrived');
    if (count !== now && was !== now) return 'already';
    here.set(rsvp, count);
    return count > 0 ? 'arrived' : 'taken-back';
  };
  const anyPress = fc.record({ do: fc.constant('press' as const), who: fc.nat(5), count: fc.nat(3) });
  const anyWalkIn = fc.record({ do: fc.constant('walk-in' as const), count: fc.integer({ min: 1, max: 4 }) });
  const anySending = fc.constantFrom({ do: 'send' as const }, { do: 'lose the answer' as const });
  const anySteps = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: anyPress },
      { weight: 1, arbitrary: anyWalkIn },
      { weight: 2, arbitrary: anySending },
    ),
    { maxLength: 40 },
  );

  test('however they come, go out and get lost, the server ends with what was pressed last', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const server = new Map<string, number>();
        const heard = new Map<string, number>();
        const wanted = new Map<string, number>();
        let kept: Press[] = [];
        const send = (answered: boolean) => {
          const batch = nextBatch(kept, 50);
          kept = markTried(kept, batch);
          const answers = batch.map((one) => ({ id: one.id, outcome: take(server, one) }));
          expect(answers.map(({ outcome }) => outcome)).not.toContain('already');
          if (!answered) return;
          kept = settle(kept, answers).left;
          for (const [rsvp, count] of server) heard.set(rsvp, count);
        };
        const walkedIn: string[] = [];
        for (const one of steps) {
          if (one.do === 'send' || one.do === 'lose the answer') {
            send(one.do === 'send');
            continue;
          }
          const fresh = one.do === 'walk-in';
          const rsvp = fresh ? `walk-in-${++ids}` : (walkedIn[one.who - 3] ?? `guest-${one.who}`);
          if (fresh) walkedIn.push(rsvp);
          const was = hereAfter(kept, rsvp, heard.get(rsvp) ?? 0);
          if (was === one.count) continue;
          wanted.set(rsvp, one.count);
          kept = addPress(kept, press({ kind: fresh ? 'walk-in' : 'arrive', rsvp, count: one.count, was }));
        }
        for (let rounds = 0; kept.length > 0 && rounds < 3; rounds++) send(true);
        expect(kept).toEqual([]);
        for (const [rsvp, count] of wanted) expect(server.get(rsvp) ?? 0).toBe(count);
      }),
      { numRuns: 1000 },
    );
  });
});

test('the line says honestly what is not sent', () => {
  const waiting = [press({}), press({ rsvp: 'sam' }), press({ rsvp: 'dee' })];
  expect(lineWords({ state: 'no-signal', keeps: true, presses: waiting })).toContain(
    '3 not sent yet, kept on this device',
  );
  expect(lineWords({ state: 'no-signal', keeps: false, presses: waiting })).toContain(
    'only as long as this page is open',
  );
  expect(lineWords({ state: 'signed-out', keeps: true, presses: waiting })).toContain('You are signed out');
  expect(lineWords({ state: 'well', keeps: true, presses: [] })).toContain('Everything is sent');
});

test('any name typed at the door becomes one the list takes', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })),
      (typed) => {
        expect(personName.safeParse(walkInName(typed)).success).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  expect(walkInName(undefined)).toBe('Walk-in');
  expect(walkInName(' \u200b ')).toBe('Walk-in');
});

describe('The code a guest shows', () => {
  /** The drawing as a camera might see it: each module some pixels wide, on a grey ground, turned by quarters. */
  function picture(code: string, scale: number, turns: number) {
    const { size, path } = drawnCode(code);
    const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
      for (let i = 0; i < Number(width); i++) (dark[Number(y)] ?? [])[Number(x) + i] = true;
    const side = (size + 10) * scale;
    const data = new Uint8ClampedArray(side * side * 4).fill(200);
    for (let row = 0; row < size * scale; row++)
      for (let column = 0; column < size * scale; column++) {
        let [x, y] = [Math.floor(column / scale), Math.floor(row / scale)];
        for (let turn = 0; turn < turns; turn++) [x, y] = [size - 1 - y, x];
        const at = ((row + 5 * scale) * side + column + 5 * scale) * 4;
        data.fill(dark[y]?.[x] ? 30 : 240, at, at + 3);
      }
    return { width: side, height: side, data };
  }
  const anyCode = fc.array(
    fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
    {
      ...{ minLength: 22, maxLength: 22 },
    },
  );

  test('is read from its drawing, whichever way up the phone is', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 3, max: 9 }), fc.nat(3), (letters, scale, turns) => {
        const code = letters.join('');
        expect(decodeQR(picture(code, scale, turns))).toBe(code);
      }),
      { numRuns: 40 },
    );
  });

  test('is not read from a picture without one', () => {
    const blank = { width: 100, height: 100, data: new Uint8ClampedArray(40_000).fill(200) };
    expect(() => decodeQR(blank)).toThrow();
  });
});
