/** Tiles that another host draws, fetched by our server: the visitor stays unknown to it. */

export interface Tile {
  z: number;
  x: number;
  y: number;
}

const wholeNumber = (text: string | undefined): number =>
  text !== undefined && /^(0|[1-9]\d{0,7})$/.test(text) ? Number(text) : NaN;

/** The tile that an address asks for; null unless it is one of the world's tiles at that zoom. */
export function tileOf(parameters: Record<string, string | undefined>, maxZoom: number): Tile | null {
  const [z, x, y] = [parameters['z'], parameters['x'], parameters['y']].map(wholeNumber);
  if (z === undefined || x === undefined || y === undefined) return null;
  const across = 2 ** z;
  return z <= maxZoom && x < across && y < across ? { z, x, y } : null;
}

export const tileAddress = (template: string, { z, x, y }: Tile): string =>
  template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));

export type FetchedTile =
  | { data: { type: string; bytes: Uint8Array<ArrayBuffer> }; error: null }
  | { data: null; error: 'slow' | 'refused' | 'redirect' | 'not a picture' | 'too large' | 'unreachable' };

export interface TileLimits {
  milliseconds: number;
  bytes: number;
}

export const tileLimits: TileLimits = { milliseconds: 5000, bytes: 512 * 1024 };

const pictures = new Set(['image/png', 'image/jpeg', 'image/webp']);
const failed = (error: Exclude<FetchedTile['error'], null>): FetchedTile => ({ data: null, error });

/**
 * Asks the host for one picture. It hears our own name and nothing of the visitor; a redirect is not
 * followed, because it may lead anywhere.
 */
export async function fetchTile(
  address: string,
  userAgent: string,
  limits: TileLimits = tileLimits,
): Promise<FetchedTile> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const headers = { Accept: [...pictures].join(', '), 'User-Agent': userAgent };
    const response = await fetch(address, { signal, redirect: 'manual', headers, credentials: 'omit' });
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const problem =
      response.status >= 300 && response.status < 400
        ? 'redirect'
        : response.status !== 200
          ? 'refused'
          : pictures.has(type)
            ? null
            : 'not a picture';
    if (problem !== null) {
      await response.body?.cancel();
      return failed(problem);
    }
    const bytes = await bytesUpTo(response, limits.bytes);
    return bytes === null ? failed('too large') : { data: { type, bytes }, error: null };
  } catch {
    return failed(signal.aborted ? 'slow' : 'unreachable');
  }
}

/** Counts what arrives, whatever Content-Length says; null past the limit. */
async function bytesUpTo(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
