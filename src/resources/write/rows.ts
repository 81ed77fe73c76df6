import type { TypedValues } from '#platform/guard.ts';

/**
 * The rows of the form: links and places, numbered from 1 in the order they are shown. A field of a row is named
 * `<list>-<number>-<field>`, as `link-2-url`. Buttons add, remove and move rows by posting the form: everything
 * typed comes back with it.
 */

export const rowFields = {
  link: ['label', 'url'],
  service: ['name', 'what', 'whoFor', 'cost', 'phone', 'hours', 'address', 'link', 'checkedOn'],
} as const;
export type RowList = keyof typeof rowFields;
export const mostRows: Record<RowList, number> = { link: 20, service: 60 };

type Row = Record<string, string>;

export const rowName = (list: RowList, number: number): string => `${list}-${number}`;
const fieldName = (list: RowList, number: number, field: string) => `${rowName(list, number)}-${field}`;
const one = (value: TypedValues[string] | undefined) => [value ?? []].flat()[0];

/** The rows somebody typed, empty ones too. */
export function rowsIn(typed: TypedValues, list: RowList): Row[] {
  const rows: Row[] = [];
  for (let number = 1; number <= mostRows[list]; number++) {
    const values = rowFields[list].map(
      (field) => [field, one(typed[fieldName(list, number, field)])] as const,
    );
    if (values.every(([, value]) => value === undefined)) continue;
    rows.push(Object.fromEntries(values.map(([field, value]) => [field, value ?? ''])));
  }
  return rows;
}

export function flatRows(list: RowList, rows: Row[]): TypedValues {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      rowFields[list].map((field) => [fieldName(list, index + 1, field), row[field] ?? '']),
    ),
  );
}

const press = /^(add|remove|up|down):(link|service)(?:-(\d{1,2}))?$/;

/** Whether a button is one that changes the rows, and not the resource. */
export const isRowPress = (action: string): boolean => press.test(action);

/** What is typed once a row's button was pressed. A press that makes no sense changes nothing. */
export function afterRowPress(typed: TypedValues, action: string): TypedValues {
  const [, what, named, numbered] = press.exec(action) ?? [];
  if (named === undefined) return typed;
  const list = named as RowList;
  const rows = rowsIn(typed, list);
  const at = Number(numbered) - 1;
  if (what === 'add' && rows.length < mostRows[list]) rows.push({});
  else if (what === 'remove') rows.splice(at, rows[at] ? 1 : 0);
  else if (what === 'up' || what === 'down') swap(rows, at, what === 'up' ? at - 1 : at + 1);
  return withRows(typed, list, rows);
}

function withRows(typed: TypedValues, list: RowList, rows: Row[]): TypedValues {
  const others = Object.entries(typed).filter(([name]) => !name.startsWith(`${list}-`));
  return { ...Object.fromEntries(others), ...flatRows(list, rows) };
}

/** The same without gaps in the numbers of the rows. */
export const numberedAnew = (typed: TypedValues): TypedValues =>
  withRows(withRows(typed, 'link', rowsIn(typed, 'link')), 'service', rowsIn(typed, 'service'));

function swap(rows: Row[], from: number, to: number): void {
  const [moved, other] = [rows[from], rows[to]];
  if (!moved || !other) return;
  rows[to] = moved;
  rows[from] = other;
}
