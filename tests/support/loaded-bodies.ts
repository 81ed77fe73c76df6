import type { Page, Request } from 'playwright-core';

/**
 * Opens an address in a new page and waits until nothing more comes: what came, as kind of resource and bytes.
 * In a page that has shown another, what that one asked for could still end here, and its bytes are gone.
 */
export async function loadedBodies(page: Page, address: string): Promise<[type: string, body: Buffer][]> {
  const bodies: Promise<[string, Buffer]>[] = [];
  const take = (request: Request) => {
    bodies.push(
      request
        .response()
        .then((response) => response?.body())
        .then((body) => [request.resourceType(), body ?? Buffer.alloc(0)]),
    );
  };
  page.on('requestfinished', take);
  await page.goto(address, { waitUntil: 'networkidle' });
  // what comes later is nobody's, and would be asked of a window that is closed
  page.off('requestfinished', take);
  return Promise.all(bodies);
}
