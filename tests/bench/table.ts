import { growth, keeps, limitAt, type Figure } from './figures.ts';

const digits = {
  ...{ µs: 0, ms: 0, s: 1, min: 0, times: 2, 'rows/s': 0, 'a second': 0, people: 0, mails: 0 },
  ...{ bytes: 1, kB: 1, MB: 1, '%': 0 },
};

const figureText = (value: number, unit: Figure['unit']): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits[unit] });

function cell(figure: Figure, meetings: number): string {
  const found = figure.at.find((one) => one.meetings === meetings);
  if (found === undefined) return '';
  if (found.value === null) return '–';
  const limit = limitAt(figure, meetings);
  const text = figureText(found.value, figure.unit);
  if (limit === null) return text;
  const sign = figure.limit?.kind === 'least' ? '≥' : '≤';
  const kept = keeps(figure, meetings, found.value);
  return `${text} (${sign} ${figureText(limit, figure.unit)}) ${kept ? 'ok' : 'OVER'}`;
}

/** One line a figure, one column a size (of what `counted` says), limits beside the figures, and last how it grows. Also valid Markdown. */
export function table(figures: Figure[], counted = 'meetings'): string {
  const sizes = [...new Set(figures.flatMap(({ at }) => at.map(({ meetings }) => meetings)))].sort(
    (a, b) => a - b,
  );
  const lines = [
    [counted, ...sizes.map((size) => size.toLocaleString('en-US')), 'grows as'],
    ...figures.map((figure) => {
      const exponent = growth(figure);
      return [
        `${figure.name}, ${figure.unit}`,
        ...sizes.map((size) => cell(figure, size)),
        exponent === null ? '' : `n^${exponent.toFixed(2)}`,
      ];
    }),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length))) ?? [];
  const printed = lines.map(
    (line) => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  printed.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  const notes = figures.flatMap(({ name, at }) =>
    at.flatMap(({ meetings, note }) =>
      note === undefined ? [] : [`- ${name} at ${meetings.toLocaleString('en-US')}: ${note}`],
    ),
  );
  return [...printed, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}
