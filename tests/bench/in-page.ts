/**
 * Runs inside the page, before any script of its own, and keeps the times that a visitor would feel.
 * Everything is in milliseconds since the navigation began. `window.bench` is what the bench asks later.
 */

/** From an event, as the system stamped it, to two frames. */
export interface Effect {
  /** Everything watched has changed at least once, and that is on the screen. */
  painted: number;
  /** The last change is. */
  settled: number;
}

export interface InPage {
  /** When the first meeting row was on the screen, and when the finder had its whole list; null until then. */
  firstRow: number | null;
  ready: number | null;
  /** Tasks of 50 ms or more on the main thread so far, as [start, duration]. */
  longTasks: [number, number][];
  /**
   * Waits for the next event of this type and for what it changes in the `watched` parts; `quiet`
   * milliseconds without another change make a change the last. Null when nothing changed in time.
   */
  awaitChange(type: string, watched: readonly string[], quiet: number, atMost: number): void;
  /** The same for `selector` to be there. */
  awaitAppearance(type: string, selector: string, atMost: number): void;
  /** What was awaited last. It is asked for apart, so that the wait begins before the event can come. */
  awaited: Promise<Effect | null>;
}

declare global {
  interface Window {
    bench: InPage;
  }
}

export function watchPage({ row, ready }: { row: string; ready: string }): void {
  // the frame has been handed over when the task after it runs
  const afterPaint = (then: (time: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(null);
    });
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  const next = (
    type: string,
    atMost: number,
    then: (from: number, done: (to: Effect | null) => void) => void,
  ) =>
    new Promise<Effect | null>((resolve) => {
      const late = setTimeout(() => resolve(null), atMost);
      const take = ({ timeStamp }: Event) => {
        clearTimeout(late);
        then(timeStamp, (to) => {
          performance.mark('bench from', { startTime: timeStamp });
          performance.mark('bench to', { startTime: timeStamp + (to?.painted ?? 0) });
          resolve(to);
        });
      };
      addEventListener(type, take, { capture: true, once: true });
    });

  const bench: InPage = {
    ...{ firstRow: null, ready: null, longTasks: [], awaited: Promise.resolve(null) },
    awaitChange(type, watched, quiet, atMost) {
      bench.awaited = next(type, atMost, (from, done) => {
        const unchanged = new Set(watched.flatMap((selector) => document.querySelector(selector) ?? []));
        let painted: number | null = null;
        let settled = 0;
        let timer = setTimeout(finish, atMost);
        const observer = new MutationObserver((changes) => {
          for (const part of unchanged)
            if (changes.some(({ target }) => part.contains(target))) unchanged.delete(part);
          const whole = unchanged.size === 0;
          afterPaint((time) => {
            settled = time - from;
            if (whole) painted ??= settled;
          });
          clearTimeout(timer);
          timer = setTimeout(finish, quiet);
        });
        for (const part of unchanged) observer.observe(part, everything);
        function finish() {
          observer.disconnect();
          done(settled === 0 ? null : { painted: painted ?? settled, settled });
        }
      });
    },
    awaitAppearance(type, selector, atMost) {
      bench.awaited = next(type, atMost, (from, done) => {
        const late = setTimeout(() => done(null), atMost);
        const observer = new MutationObserver(() => {
          if (document.querySelector(selector) === null) return;
          observer.disconnect();
          clearTimeout(late);
          afterPaint((time) => done({ painted: time - from, settled: time - from }));
        });
        observer.observe(document, everything);
      });
    },
  };
  window.bench = bench;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });

  const first = (then: (time: number) => void, there: () => boolean) => {
    const observer = new MutationObserver(() => {
      if (!there()) return;
      observer.disconnect();
      afterPaint(then);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  };
  // by what the page says and not by boxes, which would have to be laid out to be asked
  const unfolded = () =>
    [...document.querySelectorAll(row)].some((one) => one.closest('details:not([open]), [hidden]') === null);
  first((time) => (bench.firstRow = time), unfolded);
  first(
    (time) => (bench.ready = time),
    () => document.querySelector(ready) !== null,
  );
}
