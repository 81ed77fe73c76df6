/**
 * Runs inside the page, before any script of its own, and keeps the times that a visitor would feel.
 * Everything is in milliseconds since the navigation began. `window.bench` is what the bench asks later.
 */

export interface InPage {
  /** When the first meeting row was on the screen; null until then. */
  firstRow: number | null;
  /** Tasks of 50 ms or more on the main thread so far, as [start, duration]. */
  longTasks: [number, number][];
  /**
   * Waits for the next event of this type and then for what it changes inside `watched`: the time
   * from the event, as the system stamped it, to the frame after the last change, where `quiet`
   * milliseconds without another one make a change the last. Null when nothing changed within `atMost`.
   */
  awaitChange(type: string, watched: string, quiet: number, atMost: number): void;
  /** The same for the frame in which `selector` is there. */
  awaitAppearance(type: string, selector: string, atMost: number): void;
  /** What was awaited last. It is asked for apart, so that the wait begins before the event can come. */
  awaited: Promise<number | null>;
}

declare global {
  interface Window {
    bench: InPage;
  }
}

export function watchPage(row: string): void {
  // the frame has been handed over when the task after it runs
  const afterPaint = (then: (time: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        then(performance.now());
      };
      channel.port2.postMessage(null);
    });
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  const next = (
    type: string,
    atMost: number,
    then: (pressed: number, resolve: (time: number | null) => void) => void,
  ) =>
    new Promise<number | null>((resolve) => {
      const late = setTimeout(() => resolve(null), atMost);
      const take = (event: Event) => {
        clearTimeout(late);
        then(event.timeStamp, resolve);
      };
      addEventListener(type, take, { capture: true, once: true });
    });

  const bench: InPage = {
    firstRow: null,
    longTasks: [],
    awaited: Promise.resolve(null),
    awaitChange(type, watched, quiet, atMost) {
      bench.awaited = next(type, atMost, (pressed, resolve) => {
        let painted: number | null = null;
        let timer = setTimeout(finish, atMost);
        const observer = new MutationObserver(() => {
          afterPaint((time) => (painted = time));
          clearTimeout(timer);
          timer = setTimeout(finish, quiet);
        });
        for (const element of document.querySelectorAll(watched)) observer.observe(element, everything);
        function finish() {
          observer.disconnect();
          resolve(painted === null ? null : painted - pressed);
        }
      });
    },
    awaitAppearance(type, selector, atMost) {
      bench.awaited = next(type, atMost, (pressed, resolve) => {
        const timer = setTimeout(() => {
          observer.disconnect();
          resolve(null);
        }, atMost);
        const observer = new MutationObserver(() => {
          if (document.querySelector(selector) === null) return;
          observer.disconnect();
          clearTimeout(timer);
          afterPaint((time) => resolve(time - pressed));
        });
        observer.observe(document, everything);
      });
    },
  };
  window.bench = bench;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });

  const rows = new MutationObserver(() => {
    // one in a template, or in a folded part, is no row yet
    const seen = [...document.querySelectorAll(row)].some((one) => one.getClientRects().length > 0);
    if (!seen) return;
    rows.disconnect();
    afterPaint((time) => (bench.firstRow = time));
  });
  rows.observe(document, { subtree: true, childList: true, attributes: true });
}
