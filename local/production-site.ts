import { NetlifyDev } from '@netlify/dev';
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Context } from '@netlify/functions';
import { endBuild } from '#publishing/site-builds.ts';
import { functionContext, localFunctions } from './netlify.ts';
import { serve } from './node-server.ts';
import type { RunningSite } from './run.ts';

const run = promisify(execFile);
const off = { enabled: false };

/** One finished build, in a folder of its own, so that the next build never pulls pages from under a visitor. */
interface BuiltSite {
  folder: string;
  static(request: Request): Promise<Response | undefined>;
  onDemand(request: Request, context: Context): Promise<Response>;
  remove(): Promise<void>;
}

/**
 * Builds the site and serves it as Netlify does: static files with the headers and redirects of
 * netlify.toml, functions by path, on-demand pages for the rest, schedules, and a build hook at
 * `/.local/build-hook`, which answers and does nothing with `hook: false`. The site changes at one moment, when the
 * next is ready; a build that fails leaves it as it is and is written down. The environment is that of this process.
 */
export async function startPreviewSite(
  port: number,
  options: { root: string; workFolder: string; schedules: boolean; hook?: boolean },
): Promise<RunningSite & { rebuild(): Promise<void> }> {
  const functions = await localFunctions((file) => import(file));
  const workFolder = join(options.root, options.workFolder);
  await mkdir(workFolder, { recursive: true });
  for (const left of (await readdir(workFolder)).filter((name) => name.startsWith('site-'))) {
    await rm(join(workFolder, left), { recursive: true });
  }
  const stopping = new AbortController();
  const build = () => buildSite(options.root, workFolder, `http://localhost:${port}`, stopping.signal);
  let site = await build();
  await takeOver(site, options.root);
  /** For who opened a page just before it changed: their styles and scripts have other names by now. */
  let last: BuiltSite | null = null;
  let building: Promise<void> | null = null;
  let again = false;

  const buildOnce = async () => {
    try {
      const next = await build();
      const older = last;
      [last, site] = [site, next];
      await takeOver(site, options.root);
      await endBuild(null);
      await older?.remove();
    } catch (error) {
      if (stopping.signal.aborted) return;
      console.error(error instanceof Error ? error.message : error);
      await endBuild('build-failed').catch(() => {});
    }
  };
  // what was asked for while one runs may have come too late for it
  const rebuild = (): Promise<void> => {
    again = building !== null;
    return (building ??= (async () => {
      do {
        again = false;
        await buildOnce();
      } while (again && !stopping.signal.aborted);
      building = null;
    })());
  };

  const server = await serve(port, 'PORT', async (request, address) => {
    const { pathname } = new URL(request.url);
    // one site for the whole answer, whatever takes over meanwhile
    const served = site;
    if (pathname === '/.local/build-hook' && request.method === 'POST') {
      if (options.hook !== false) void rebuild();
      return new Response(null, { status: 202 });
    }
    return (
      (await functions.handle(request, address)) ??
      (await served.static(request)) ??
      (pathname.startsWith('/_astro/') ? await last?.static(request) : undefined) ??
      (await served.onDemand(request, functionContext(address)))
    );
  });
  const schedules = options.schedules ? functions.tick() : null;
  return {
    rebuild,
    stop: async () => {
      schedules?.stop();
      stopping.abort();
      await server.close();
      await building;
      await Promise.all([site.remove(), last?.remove()]);
    },
  };
}

const leftBeside = ['build-stamp.json', 'build-report.json', 'kept-list.json'];

/** What a build says of itself becomes true when its site is the one that is served. */
async function takeOver({ folder }: BuiltSite, root: string): Promise<void> {
  for (const name of leftBeside) await copyFile(join(folder, name), join(root, name));
}

async function buildSite(
  root: string,
  workFolder: string,
  serverAddress: string,
  signal: AbortSignal,
): Promise<BuiltSite> {
  const folder = await mkdtemp(join(workFolder, 'site-'));
  const astro = join(root, 'node_modules/.bin/astro');
  await run(astro, ['build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', BUILD_LEAVES_IN: folder },
    maxBuffer: 32 * 1024 * 1024,
    signal,
  }).catch(async (error: { stdout?: string; stderr?: string }) => {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`The build failed:\n${error.stdout ?? ''}\n${error.stderr ?? ''}`);
  });

  for (const part of ['dist', '.netlify/build', '.netlify/v1', 'netlify.toml']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  const netlify = new NetlifyDev({
    projectRoot: folder,
    serverAddress,
    edgeFunctions: off,
    functions: off,
    images: off,
    geolocation: off,
    blobs: off,
    environmentVariables: off,
    ...{ database: off, aiGateway: off },
  });
  await netlify.start();
  const onDemand = (await import(pathToFileURL(join(folder, '.netlify/v1/functions/ssr/ssr.mjs')).href)) as {
    default: BuiltSite['onDemand'];
  };
  return {
    folder,
    static: (request) => netlify.handle(request),
    onDemand: onDemand.default,
    remove: async () => {
      await netlify.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
