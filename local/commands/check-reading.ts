import { glob, readFile } from 'node:fs/promises';
import { htmlBlocks } from '../words/html-blocks.ts';
import { readingOfGuide } from '#library/reading.ts';
import { hardestSentences } from '#platform/words/reading-grade.ts';
import { highestGrade, readingOf, type Reading } from '#platform/words/reading.ts';

/**
 * `npm run reading:check -- [guides, built pages or addresses]`: how each reads. Named, it prints what to
 * mend first; without a name it goes through the library and exits 1 when a guide reads too hard.
 */

const named = process.argv.slice(2);
let tooHard = 0;
for (const place of named.length ? named : (await Array.fromAsync(glob('content/en/**/*.mdx'))).sort()) {
  const text = place.startsWith('http') ? await (await fetch(place)).text() : await readFile(place, 'utf8');
  const isGuide = place.endsWith('.mdx');
  const reading = isGuide
    ? readingOfGuide(text.replace(/^---\n[\s\S]*?\n---/, ''))
    : readingOf(htmlBlocks(text));
  const limit =
    /^crisis: true$/m.test(text) || /\/help\//.test(place) ? highestGrade.crisis : highestGrade.article;
  const worst = reading.paragraphs[0]?.grade ?? 0;
  const hard = reading.grade > limit || worst > limit;
  if (hard) tooHard += 1;
  console.log(
    `${hard ? 'HARD' : 'ok  '} grade ${reading.grade.toFixed(1)}, worst paragraph ${worst.toFixed(1)} (limit ${limit}), ${reading.words} words  ${place}`,
  );
  if (named.length) explain(reading, limit);
}
if (tooHard > 0) process.exitCode = 1;

function explain({ paragraphs }: Reading, limit: number): void {
  for (const { text, grade } of paragraphs.filter((paragraph) => paragraph.grade > limit)) {
    console.log(`\n  paragraph of grade ${grade.toFixed(1)}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
  }
  console.log('\n  hardest sentences:');
  for (const { text, hardness } of hardestSentences(
    paragraphs.map(({ text }) => text).join('\n\n'),
    'en',
    5,
  )) {
    console.log(`  ${hardness.toFixed(1).padStart(5)}  ${text.replace(/\s+/g, ' ')}`);
  }
}
