import { findPlaces, type Place } from './find-place.ts';
import { unpackPlaces, type PackedPlaces, type PlaceTable } from './place-table.ts';

export interface PlaceLookup {
  /** Gets the table ahead of its first use. */
  prepare(): void;
  /** The places that a text may mean; null when the table cannot be had. A later look tries again. */
  find(typed: string): Promise<Place[] | null>;
}

/** Looks places up in a table that is the same for everybody: what is looked for is in no request. */
export function placeLookup(): PlaceLookup {
  let table: Promise<PlaceTable> | undefined;
  const places = () =>
    (table ??= fetch('/api/meetings/places')
      .then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json() as Promise<PackedPlaces>;
      })
      .then(unpackPlaces)
      .catch((error: unknown) => {
        table = undefined;
        throw error;
      }));
  return {
    prepare: () => void places().catch(() => undefined),
    find: (typed) =>
      places().then(
        (known) => findPlaces(typed, known),
        () => null,
      ),
  };
}
