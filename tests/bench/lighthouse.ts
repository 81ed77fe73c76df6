import lighthouse from 'lighthouse';
import { freePort } from '../../local/node-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { median } from './figures.ts';

/**
 * Pages. Lighthouse as it comes, in its own phone profile (a mid-range phone, slow 4G, simulated), on one page
 * of each kind, each with an empty cache, through the bench's CDN. Scores out of 100, the median of the runs.
 */

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

export interface Scores {
  page: string;
  /** Null where it is not asked: a page that says `noindex` has no SEO. */
  at: Record<Category, number | null>;
  /** What kept a category under its best: "category: audit". */
  missed: string[];
}

const least: Record<Category, number> = {
  performance: 99,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

const kinds = [
  '/',
  '/help/',
  '/guides/ride-out-a-craving/',
  '/tools/plan/',
  '/meetings/',
  '/events/',
  '/step-down/',
  '/es/help/',
];

export async function benchLighthouse(origin: string, runs: number): Promise<Scores[]> {
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  const scores: Scores[] = [];
  try {
    for (const page of kinds) {
      const found: Omit<Scores, 'page'>[] = [];
      for (let run = 0; run < runs; run += 1) found.push(await once(origin + page, port));
      const at = Object.fromEntries(
        categories.map((category) => {
          const values = found.flatMap((one) => one.at[category] ?? []);
          return [category, values.length > 0 ? median(values) : null];
        }),
      ) as Scores['at'];
      scores.push({ page, at, missed: [...new Set(found.flatMap(({ missed }) => missed))] });
    }
  } finally {
    await browser.close();
  }
  return scores;
}

async function once(url: string, port: number): Promise<Omit<Scores, 'page'>> {
  const run = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...categories],
  });
  if (!run) throw new Error(`Lighthouse says nothing about ${url}`);
  const { audits, categories: found } = run.lhr;
  const mayBeFound = audits['is-crawlable']?.score === 1;
  const asked = categories.filter((category) => category !== 'seo' || mayBeFound);
  const score = (category: Category) =>
    asked.includes(category) ? Math.round((found[category]?.score ?? 0) * 100) : null;
  return {
    at: Object.fromEntries(categories.map((category) => [category, score(category)])) as Scores['at'],
    missed: asked
      .filter((category) => (score(category) ?? 0) < least[category])
      .flatMap((category) =>
        (found[category]?.auditRefs ?? [])
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
          .map(({ id }) => `${category}: ${id} ${audits[id]?.displayValue ?? ''}`.trim()),
      ),
  };
}

export function scoreTable(scores: Scores[]): string {
  const cell = (category: Category, value: number | null) =>
    value === null ? '–' : `${value}${value < least[category] ? ' UNDER' : ''}`;
  return [
    `| Lighthouse, phone | ${categories.map((one) => `${one} (≥ ${least[one]})`).join(' | ')} |`,
    `| --- | ${categories.map(() => '---').join(' | ')} |`,
    ...scores.map(
      ({ page, at }) => `| ${page} | ${categories.map((one) => cell(one, at[one])).join(' | ')} |`,
    ),
    ...scores.flatMap(({ page, missed }) => missed.map((what) => `\n- ${page} ${what}`)),
  ].join('\n');
}
