/** What a hand-out may show of each meeting, in the order in which it does. */
export const columns = {
  time: 'Time',
  name: 'Name',
  how: 'How and where',
  address: 'Address',
  fellowship: 'Fellowship or pathway',
  kinds: 'Kinds',
  join: 'Link to join',
  phone: 'Phone to join',
  notes: 'Good to know',
  confirmed: 'Last confirmed',
} as const;

export type Column = keyof typeof columns;

export const columnNames = Object.keys(columns) as Column[];

const usual: Column[] = ['time', 'name', 'how', 'address', 'fellowship'];

export interface HandOutForm {
  columns: Column[];
  /** Letters for somebody who reads without glasses, or hangs it on a wall. */
  large: boolean;
}

/** Reads `?column=time&column=name…&large=yes`. Without a column it shows the usual ones. */
export function readForm(parameters: URLSearchParams): HandOutForm {
  const asked = parameters.getAll('column');
  const chosen = columnNames.filter((name) => asked.includes(name));
  return { columns: chosen.length > 0 ? chosen : usual, large: parameters.get('large') === 'yes' };
}
