/** Place in a line: the name of the place and the town, or the address. */
export function placeOf(place: {
  location: string | null;
  address: string | null;
  region: string | null;
}): string {
  const first = place.location ?? place.address ?? '';
  const { region } = place;
  if (region === null || first.toLowerCase().includes(region.toLowerCase())) return first || (region ?? '');
  return first === '' ? region : `${first}, ${region}`;
}
