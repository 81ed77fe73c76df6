import type { ListedMeeting } from './schema.ts';

/** The way to a meeting. Nothing of it is asked for by the page: each is a link to press. */
export interface Directions {
  /** The address as text, to copy. */
  address: string | null;
  /** Opens what the device has for maps. */
  geo: string;
  apple: string;
  google: string;
}

/** Null for a meeting that is online, or of which only the town is known. */
export function directions(meeting: ListedMeeting): Directions | null {
  const { mode, address, latitude, longitude } = meeting;
  const point = latitude !== null && longitude !== null ? `${latitude},${longitude}` : null;
  const target = address ?? point;
  if (mode === 'online' || target === null) return null;
  const label = address === null ? '' : `?q=${encodeURIComponent(address)}`;
  return {
    address,
    geo: `geo:${point ?? '0,0'}${label}`,
    apple: `https://maps.apple.com/?${new URLSearchParams({ daddr: target }).toString()}`,
    google: `https://www.google.com/maps/dir/?${new URLSearchParams({ api: '1', destination: target }).toString()}`,
  };
}
