import { stringify } from 'csv-stringify/sync';

/** What starts a formula in some spreadsheet, also in its full-width form, after white space that one may drop. */
const formulaStart = /^[\s\u200b-\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Rows as CSV with every cell quoted, line ends as RFC 4180 has them, and a mark that says UTF-8 to Excel. */
export const safeTable = (table: string[][]): string =>
  stringify(
    table.map((row) => row.map((cell) => (formulaStart.test(cell) ? `'${cell}` : cell))),
    { bom: true, quoted: true, record_delimiter: 'windows', escape_formulas: true },
  );
