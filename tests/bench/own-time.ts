/**
 * What the page's main thread worked, in its own time: while others use the machine a task lasts longer,
 * but works no more. From a trace with the categories below, of a page that is not slowed down.
 */
export const traced = ['toplevel', 'blink.user_timing'];

interface Task {
  start: number;
  length: number;
  worked: number;
}

export interface OwnTime {
  /** The longest task between two marks, or from the start or to the end of the trace where one is not there. */
  longest(from: string, to: string): number;
  /** The work between each `bench from` and its `bench to`, until `before` at the latest. */
  presses(before: string): number[];
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

export function ownTime(trace: Buffer): OwnTime {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const marks = traceEvents.filter(({ name }) => name.startsWith('bench ')).sort((a, b) => a.ts - b.ts);
  const [page] = marks;
  const tasks = traceEvents
    .filter(
      ({ name, pid, tid }) =>
        name === 'ThreadControllerImpl::RunTask' && pid === page?.pid && tid === page.tid,
    )
    .map(({ ts, dur = 0, tdur = 0 }): Task => ({ start: ts, length: dur, worked: tdur / 1000 }));
  const when = (name: string) => marks.find((mark) => mark.name === name)?.ts;
  const workBetween = (from: number, to: number) =>
    tasks.reduce((sum, { start, length, worked }) => {
      const inside = Math.min(start + length, to) - Math.max(start, from);
      return inside <= 0 || length === 0 ? sum : sum + (worked * inside) / length;
    }, 0);
  return {
    longest: (from, to) => {
      const [begin, end] = [when(from) ?? 0, when(to) ?? Infinity];
      return Math.max(
        0,
        ...tasks.filter(({ start }) => start >= begin && start < end).map(({ worked }) => worked),
      );
    },
    presses: (before) => {
      const end = when(before) ?? Infinity;
      const named = (name: string) => marks.filter((mark) => mark.name === name && mark.ts < end);
      const ends = named('bench to');
      return named('bench from').map(({ ts }, index) => workBetween(ts, ends[index]?.ts ?? ts));
    },
  };
}
