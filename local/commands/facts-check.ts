import { systemClock } from '#platform/clock.ts';
import { facts } from '#platform/facts.ts';

/** `npm run facts:check`: what of content/facts.yml to verify next, and where. Exits 1 when one is late. */

const today = systemClock().toString().slice(0, 10);
const daysUntil = (day: string) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);

try {
  const { lines, facts: numbers } = facts();
  const entries = [...lines, ...numbers].toSorted((a, b) => a.verifyBy.localeCompare(b.verifyBy));
  const width = Math.max(...entries.map(({ id }) => id.length));
  for (const { id, verifyBy, address } of entries) {
    const days = daysUntil(verifyBy);
    const when = days < 0 ? `LATE ${-days} days` : `in ${days} days`;
    console.log(`${verifyBy}  ${when.padEnd(14)}${id.padEnd(width + 2)}${address}`);
  }
  const late = entries.filter(({ verifyBy }) => verifyBy < today).length;
  console.log(
    `\n${entries.length} entries, ${late} past their day. Compare with the address, then set checked and verifyBy.`,
  );
  if (late > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
