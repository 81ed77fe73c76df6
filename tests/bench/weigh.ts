import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { parts } from './finder-parts.ts';

/** What the finder costs in bytes as sent, `gzip -9`. */
export interface Weight {
  /** HTML and CSS of the first screen. */
  page: number;
  /** JavaScript until the list is ready, and after the map is open as well; null without a map. */
  script: number;
  scriptWithMap: number | null;
  /** What the browser asked for besides, by path: the list in its parts. */
  lists: Map<string, Buffer>;
}

const gzipped = (body: Buffer) => gzipSync(body, { level: 9 }).byteLength;

export async function weigh(browser: Browser, origin: string): Promise<Weight> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    baseURL: origin,
    viewport: { width: 360, height: 780 },
  });
  const bodies: { type: string; path: string; body: Promise<Buffer> }[] = [];
  context.on('requestfinished', (request) => {
    bodies.push({
      type: request.resourceType(),
      path: new URL(request.url()).pathname,
      body: request.response().then(async (response) => (await response?.body()) ?? Buffer.alloc(0)),
    });
  });
  const sum = async (...types: string[]) => {
    const chosen = bodies.filter(({ type }) => types.includes(type));
    return (await Promise.all(chosen.map(({ body }) => body))).reduce(
      (total, body) => total + gzipped(body),
      0,
    );
  };
  try {
    const page = await context.newPage();
    await page.goto(parts.page, { waitUntil: 'networkidle' });
    const first = await sum('document', 'stylesheet');
    await page.waitForSelector(parts.ready, { state: 'attached', timeout: 15_000 }).catch(() => null);
    const more = page.waitForResponse((response) => response.url().endsWith(parts.more), { timeout: 15_000 });
    await page.locator(parts.words).first().pressSequentially('a');
    await more.then((response) => response.finished()).catch(() => null);
    const script = await sum('script');
    const lists = new Map<string, Buffer>();
    for (const { path, body } of bodies.filter(({ path }) => path.startsWith(parts.list)))
      lists.set(path, await body);

    const openMap = page.locator(parts.openMap).first();
    let scriptWithMap: number | null = null;
    if ((await openMap.count()) > 0) {
      await openMap.click();
      await page.waitForSelector(parts.marker, { timeout: 30_000 }).catch(() => null);
      scriptWithMap = await sum('script');
    }
    return { page: first, script, scriptWithMap, lists };
  } finally {
    await context.close();
  }
}

/** Bytes of a body as `gzip -9`, and as brotli 9, with which large answers are about as small as a CDN makes them. */
export const compressed = (body: Buffer) => ({
  gzip: gzipped(body),
  brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).byteLength,
});
