import { pathHere } from '#i18n/spoken-here.ts';
import { finderAddress, readQuery, type FinderQuery } from './query.ts';

/**
 * What is asked, in the form and in the address of the page. Filters stand in the query, so that a link
 * that somebody shares opens on them everywhere. Words stand behind the `#`, which no browser sends:
 * what is typed stays on the device.
 */

const key = 'words';

export function queryOf(form: HTMLFormElement): FinderQuery {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return readQuery(new URLSearchParams(fields));
}

export function wordsOfAddress(): string {
  return new URLSearchParams(location.hash.slice(1)).get(key) ?? '';
}

export function showInAddress(query: FinderQuery): void {
  const { words } = query;
  const fragment = words === '' ? '' : `#${new URLSearchParams({ [key]: words }).toString()}`;
  const address = pathHere(finderAddress({ ...query, words: '' })) + fragment;
  if (address !== location.pathname + location.search + location.hash)
    history.replaceState(null, '', address);
}
