/** How long an address takes to answer in full, and whether a CDN may keep what it said. */
export async function serverAnswer(address: string): Promise<{ milliseconds: number; fresh: boolean }> {
  const started = performance.now();
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  await response.arrayBuffer();
  const milliseconds = performance.now() - started;
  return { milliseconds, fresh: response.ok && response.headers.has('netlify-cdn-cache-control') };
}
