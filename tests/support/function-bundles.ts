import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Every function of the site as one file, bundled as Netlify's own bundler does it with `node_bundler = "esbuild"`. */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What Netlify's bundler writes before each bundle: packages in the old module format ask for these. */
const shim = `import {createRequire as bundleRequire} from 'module';
import {fileURLToPath as bundlePath} from 'url';
import {dirname as bundleFolder} from 'path';
let __filename=bundlePath(import.meta.url);
let __dirname=bundleFolder(bundlePath(import.meta.url));
let require=bundleRequire(import.meta.url);`;

export interface FunctionBundle {
  name: string;
  code: Uint8Array;
  /** Packages in it, each with the bytes it takes; our own modules are `src`. */
  parts: Map<string, number>;
}

/** `minify`: without it they are as they are shipped, since Netlify's bundler leaves names and spaces. */
export async function functionBundles({ minify }: { minify: boolean }): Promise<FunctionBundle[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: readdirSync(`${root}netlify/functions`).map((file) => `netlify/functions/${file}`),
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node22', banner: { js: shim } },
    ...{ minify, metafile: true, write: false, outdir: 'bundles', logLevel: 'error' },
  });
  return Object.entries(metafile.outputs).map(([path, { inputs }]) => {
    const parts = new Map<string, number>();
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const part = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? 'src';
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
    const file = outputFiles.find((one) => one.path.endsWith(`/${basename(path)}`));
    return { name: basename(path, '.js'), code: file?.contents ?? new Uint8Array(), parts };
  });
}

/** In kB, minified. */
export const sizeLimit = 300;

/** Those over the limit, each with what it may weigh and why. */
export const excused: Record<string, { kilobytes: number; because: string }> = {
  ...Object.fromEntries(
    ['rsvps', 'rsvps-manage', 'step-down-sign-ups', 'deliver-mail'].map((name) => [
      name,
      {
        kilobytes: name === 'deliver-mail' ? 760 : 650,
        because: 'sends mail: `nodemailer` weighs 242 kB, and letters need sealing and calendars',
      },
    ]),
  ),
  'map-outline': { kilobytes: 980, because: 'hands out outlines of states and counties, 660 kB of it' },
  'meetings-places': { kilobytes: 820, because: 'hands out ZIPs and towns, 500 kB of it' },
  'meetings-calendar': { kilobytes: 370, because: 'writes calendar files with the tables of time zones' },
  'extend-series': { kilobytes: 380, because: 'counts dates by RFC 5545: `rrule-temporal` weighs 180 kB' },
  'sync-meetings': {
    kilobytes: 1060,
    because: 'fetches from checked addresses only: `undici` weighs 732 kB',
  },
};
