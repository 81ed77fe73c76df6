import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figures } from './figures.ts';
import { startStage, type Stage } from './stage.ts';

/**
 * Build. The whole site, by `astro build` in a process of its own as the host runs it, with n resources of about
 * 400 words and n / 4 events besides the demo data, from an embedded database in another process.
 */

const built = {
  name: 'build of the whole site',
  unit: 's',
  limit: { kind: 'most', value: { 2000: 60 } },
} as const;
const root = fileURLToPath(new URL('../../', import.meta.url));

export async function benchBuild(sizes: number[], runs: number, figures: Figures): Promise<void> {
  const stage = await startStage('database');
  try {
    for (const size of sizes) {
      await seed(stage, size);
      const seconds: number[] = [];
      for (let run = 0; run < runs; run += 1) seconds.push(await buildOnce(stage));
      figures.add(built, size, seconds);
    }
  } finally {
    await stage.close();
  }
}

async function buildOnce({ settings }: Stage): Promise<number> {
  const leaves = join(root, 'test-results/bench');
  await mkdir(leaves, { recursive: true });
  const started = performance.now();
  await promisify(execFile)(join(root, 'node_modules/.bin/astro'), ['build'], {
    cwd: root,
    env: { ...process.env, ...settings, NODE_ENV: 'production', BUILD_LEAVES_IN: leaves },
    maxBuffer: 32 * 1024 * 1024,
  });
  return (performance.now() - started) / 1000;
}

/** As many resources as `size` says, and a quarter as many events, half of them over. */
async function seed(stage: Stage, size: number): Promise<void> {
  await stage.order({ query: "delete from public.resources where slug like 'bench-%'" });
  await stage.order({
    query: `insert into public.resources
        (slug, title, summary, body, topics, kind, language, services, status, published_at, review_by)
      select 'bench-' || n, 'Resource number ' || n, 'What number ' || n || ' is about, in a sentence.',
        repeat('## A part' || E'\\n\\n' || repeat('Some plain words about [a place](https://example.org/) to go. ', 12)
          || E'\\n\\n- **One:** here\\n- **Two:** there\\n\\n', 4),
        array[(array['housing', 'work', 'money', 'health', 'family', 'legal', 'community'])[1 + n % 7]],
        (array['announcement', 'guide', 'services', 'worksheet'])[1 + n % 4], (array['en', 'es'])[1 + n % 2],
        case n % 4 when 2 then '[{"name": "A place", "what": "Soup", "whoFor": "All", "cost": "Free", "phone": "303-555-0199",
          "hours": "Daily", "address": "1 Main Street", "link": "https://example.org/", "checkedOn": "2026-06-01"}]'::jsonb
          else '[]' end, 'published', now(), current_date + 90
      from generate_series(1, ${size}) n`,
  });
  await stage.order({
    query: `select public.create_event(jsonb_build_object(
        'slug', 'bench-${size}-' || n, 'title', 'Evening number ' || n, 'summary', 'A pot, a table.',
        'description', repeat('Come as you are. ', 20), 'kind', 'social', 'audience', 'everyone', 'format', 'in-person',
        'startsAt', now() + make_interval(days => n - ${Math.round(size / 8)}),
        'endsAt', now() + make_interval(days => n - ${Math.round(size / 8)}, hours => 2),
        'rsvpClosesAt', now() + make_interval(days => n - ${Math.round(size / 8)}, mins => -60),
        'timeZone', 'America/Denver', 'placeName', 'The kitchen', 'address', '1 Main Street', 'capacity', 20,
        'maxPartySize', 4, 'asksConduct', false, 'status', 'published'), '{}'::jsonb)
      from generate_series(1, ${Math.round(size / 4)}) n`,
  });
}
