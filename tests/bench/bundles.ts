import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { functionBundles, sizeLimit } from '../support/function-bundles.ts';
import { median } from './figures.ts';

/**
 * Each function as one file: what it weighs, and how long a new process takes to read and run it, which is what
 * somebody waits for when the host starts one. An empty file is measured beside them, in the same way.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const longestImport = 150;
const script = `const from = performance.now(); await import(process.argv[1]); console.log(performance.now() - from);`;

export async function benchBundles(runs: number): Promise<string> {
  const folder = join(root, 'test-results/bench/bundles');
  await mkdir(folder, { recursive: true });
  const minified = new Map(
    (await functionBundles({ minify: true })).map(({ name, code }) => [name, code.byteLength]),
  );
  const shipped = await functionBundles({ minify: false });
  const lines = [];
  const empty = { name: '(an empty file)', code: new Uint8Array() };
  for (const { name, code } of [empty, ...shipped]) {
    const file = join(folder, `${name.replace(/\W/g, '-')}.mjs`);
    await writeFile(file, code);
    const times: number[] = [];
    for (let run = 0; run < Math.max(3, runs); run += 1) times.push(await importTime(file));
    const [size, time] = [(minified.get(name) ?? 0) / 1000, median(times)];
    lines.push([
      name,
      `${size.toFixed(0)}${size > sizeLimit ? ' OVER' : ''}`,
      (code.byteLength / 1000).toFixed(0),
      (gzipSync(code).byteLength / 1000).toFixed(0),
      `${time.toFixed(0)}${time > longestImport ? ' OVER' : ''}`,
    ]);
  }
  return [
    `| function | minified, kB (≤ ${sizeLimit}) | as shipped, kB | as shipped, gzip, kB | import, ms (≤ ${longestImport}) |`,
    '| --- | --- | --- | --- | --- |',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

async function importTime(file: string): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script, pathToFileURL(file).href],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return Number(stdout);
}
