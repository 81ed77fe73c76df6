import { launchChromium } from '../support/chromium.ts';
import { median, type Figures } from './figures.ts';

/**
 * Pages on a phone of five years ago at slow 3G: 400 ms each way and back, 50 kB/s down, a processor six times
 * slower than this one, 360 px wide, nothing in the cache, through the bench's CDN. No TLS: a first visit in
 * the field pays two more round trips.
 */

const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** What has to work before the page can be used: the element of a tool, the finder. */
const pages: { path: string; element?: string }[] = [
  { path: '/help/' },
  { path: '/es/help/' },
  { path: '/guides/ride-out-a-craving/' },
  { path: '/tools/plan/', element: 'make-plan' },
  { path: '/tools/urge-log/', element: 'urge-log' },
  { path: '/es/tools/coping-card/', element: 'coping-card' },
  { path: '/meetings/', element: 'meeting-finder' },
];
const most = { read: 2000, use: 4000 };

export async function benchSlowPhone(origin: string, runs: number, figures: Figures): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const { path, element } of pages) {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const context = await browser.newContext({
          viewport: { width: 360, height: 740 },
          serviceWorkers: 'block',
        });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', network);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
        await page.goto(origin + path, { waitUntil: 'commit' });
        times.push(await (element ? page.evaluate(whenDefined, element) : page.evaluate(whenReadable)));
        await context.close();
      }
      figures.add(
        {
          name: `${path} can be ${element ? 'used' : 'read'}`,
          unit: 'ms',
          limit: { kind: 'most', value: element ? most.use : most.read },
        },
        network.downloadThroughput / 1000,
        [median(times)],
      );
    }
  } finally {
    await browser.close();
  }
}

/** Milliseconds after the navigation at which the first text was painted. */
const whenReadable = () =>
  new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint) resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });

/** …at which its element does what it is for. What comes on a press is not waited for. */
const whenDefined = (element: string) => customElements.whenDefined(element).then(() => performance.now());
