import { slugOf } from '#platform/slug.ts';
import type { Ledger } from './ledger.ts';
import { withoutContactDetails } from './personal-contact.ts';
import { line } from './text.ts';

export interface Place {
  location: string | null;
  address: string | null;
  region: string | null;
  latitude: number | null;
  longitude: number | null;
  /** False where the row only names a town or a wider area. */
  precise: boolean;
}

function coordinates(
  row: Record<string, unknown>,
  ledger: Ledger,
): { latitude: number; longitude: number } | null {
  const pair = typeof row['coordinates'] === 'string' ? row['coordinates'].split(',', 5) : [];
  const [first, second] = pair.length === 2 ? pair : [row['latitude'], row['longitude']];
  if (first === null || first === undefined || first === '' || second === '' || second === undefined)
    return null;
  const number = (raw: unknown) =>
    typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : NaN;
  const [latitude, longitude] = [number(first), number(second)];
  if (latitude === 0 && longitude === 0) return null;
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  ledger.repaired('coordinates are not on the map, left out');
  return null;
}

/** `regions` from the widest to the nearest: a list, or as tables have it, `City > North`. */
function regionsIn(raw: unknown): string[] {
  const listed: unknown[] = Array.isArray(raw)
    ? raw.slice(0, 20)
    : typeof raw === 'string'
      ? raw.split(/ *> */, 20)
      : [];
  return listed.filter((region) => typeof region === 'string');
}

const saysOnlineOnly = /^(?:online|virtual|zoom|phone)\b|\b(?:online|virtual|zoom)(?: meeting| only)?$/i;

/**
 * Where a meeting is. `formatted_address` wins; else the parts are put together. A place is precise when
 * its first part is not merely the town, region or state the row itself names, nor the word "online".
 */
export function readPlace(row: Record<string, unknown>, ledger: Ledger): Place {
  const text = (raw: unknown, field: string, longest = 255) =>
    withoutContactDetails(line(raw, longest, field, ledger), field, ledger);
  const part = (key: string, longest = 255) => text(row[key], key.replace(/_/g, ' '), longest);
  const city = part('city');
  const state = part('state');
  const street = part('address', 500);
  const postal = part('postal_code');
  const parts = [street, city, [state, postal].filter(Boolean).join(' '), part('country')];
  const inParts = city !== null || state !== null;
  const joined = (inParts ? parts.filter(Boolean).join(', ') : street)?.slice(0, 500) ?? null;
  const address = part('formatted_address', 500) ?? (joined === '' ? null : joined);

  const regions = regionsIn(row['regions']);
  const region = part('region') ?? text(regions.join(', '), 'region') ?? city;
  const location = part('location');

  const areas = new Set(
    [region, city, state, part('sub_region'), ...regions].filter((area) => area !== null).map(slugOf),
  );
  const first = slugOf(address?.split(',')[0] ?? '');
  const town = first === '' || areas.has(first);
  const named = location !== null && !saysOnlineOnly.test(location) && !areas.has(slugOf(location));
  const approximate =
    row['approximate'] === true || /^(?:yes|true)$/i.test(String(row['approximate'] ?? '').slice(0, 10));
  const onlineByName = location !== null && saysOnlineOnly.test(location);
  return {
    location,
    address,
    region,
    ...(coordinates(row, ledger) ?? { latitude: null, longitude: null }),
    precise: !onlineByName && !approximate && (named || !town),
  };
}
