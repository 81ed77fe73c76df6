/** A name as part of an address: `St. Mary’s Hall` as `st-marys-hall`. Runs in the browser as well. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** A name as addresses have it: small letters and digits, in words with one hyphen between. */
export const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The names a thing may have in its address, best first: numbered when one is taken. */
export function* numbered(slug: string): Generator<string> {
  yield slug;
  for (let number = 2; ; number++) yield `${slug}-${number}`;
}
