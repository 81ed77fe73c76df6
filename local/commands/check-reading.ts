import { glob, readFile } from 'node:fs/promises';
import { htmlBlocks } from '../words/html-blocks.ts';
import { readingOfGuide } from '#library/reading.ts';
import { hardestSentences } from '#platform/words/reading-grade.ts';
import { hardest, readingOf, type Reading } from '#platform/words/reading.ts';

/**
 * `npm run reading:check -- [guides, built pages or addresses]`: how each reads, in English by grade, in Spanish
 * by 100 less its ease. Named, it prints what to mend first; without a name it goes through the library and
 * exits 1 when a guide reads too hard.
 */

const named = process.argv.slice(2);
let tooHard = 0;
for (const place of named.length ? named : (await Array.fromAsync(glob('content/{en,es}/**/*.mdx'))).sort()) {
  const text = place.startsWith('http') ? await (await fetch(place)).text() : await readFile(place, 'utf8');
  const language = /\/es\//.test(place) ? 'es' : 'en';
  const isGuide = place.endsWith('.mdx');
  const reading = isGuide
    ? readingOfGuide(text.replace(/^---\n[\s\S]*?\n---/, ''), language)
    : readingOf(htmlBlocks(text), language);
  const limit = hardest[language][(await isForTheWorstHour(place)) ? 'crisis' : 'article'];
  const worst = reading.paragraphs[0]?.hardness ?? 0;
  const hard = reading.hardness > limit || worst > limit;
  if (hard) tooHard += 1;
  console.log(
    `${hard ? 'HARD' : 'ok  '} ${reading.hardness.toFixed(1)}, worst paragraph ${worst.toFixed(1)} (limit ${limit}), ${reading.words} words  ${place}`,
  );
  if (named.length) explain(reading, limit, language);
}
if (tooHard > 0) process.exitCode = 1;

/** Said in the English front matter, for both languages. */
async function isForTheWorstHour(place: string): Promise<boolean> {
  if (/\/help\//.test(place)) return true;
  if (!place.endsWith('.mdx')) return false;
  return /^crisis: true$/m.test(await readFile(place.replace('content/es/', 'content/en/'), 'utf8'));
}

function explain({ paragraphs }: Reading, limit: number, language: 'en' | 'es'): void {
  for (const { text, hardness } of paragraphs.filter((paragraph) => paragraph.hardness > limit)) {
    console.log(`\n  paragraph of ${hardness.toFixed(1)}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
  }
  console.log('\n  hardest sentences:');
  for (const { text, hardness } of hardestSentences(
    paragraphs.map(({ text }) => text).join('\n\n'),
    language,
    5,
  )) {
    console.log(`  ${hardness.toFixed(1).padStart(5)}  ${text.replace(/\s+/g, ' ')}`);
  }
}
