import { NetlifyDev } from '@netlify/dev';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Context } from '@netlify/functions';
import { functionContext, localFunctions } from './netlify.ts';
import { serve } from './node-server.ts';
import type { RunningSite } from './run.ts';

const run = promisify(execFile);
const off = { enabled: false };

/** One finished build, in a folder of its own, so that the next build never pulls pages from under a visitor. */
interface BuiltSite {
  static(request: Request): Promise<Response | undefined>;
  onDemand(request: Request, context: Context): Promise<Response>;
  remove(): Promise<void>;
}

/**
 * Builds the site and serves it as Netlify does: static files with the headers and redirects of
 * netlify.toml, functions by path, on-demand pages for the rest, schedules, and a build hook at
 * `/.local/build-hook`. The environment is that of this process.
 */
export async function startPreviewSite(
  port: number,
  options: { root: string; workFolder: string; schedules: boolean },
): Promise<RunningSite> {
  const functions = await localFunctions((file) => import(file));
  const workFolder = join(options.root, options.workFolder);
  await mkdir(workFolder, { recursive: true });
  for (const left of (await readdir(workFolder)).filter((name) => name.startsWith('site-'))) {
    await rm(join(workFolder, left), { recursive: true });
  }
  const build = () => buildSite(options.root, workFolder, `http://localhost:${port}`);
  let site = await build();
  let building: Promise<void> | null = null;
  let again = false;

  const rebuild = () => {
    again = building !== null;
    building ??= (async () => {
      const next = await build();
      const last = site;
      site = next;
      await last.remove();
    })()
      .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
      .finally(() => {
        building = null;
        if (again) rebuild();
      });
  };

  const server = await serve(port, 'PORT', async (request, address) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/.local/build-hook' && request.method === 'POST') {
      rebuild();
      return new Response(null, { status: 202 });
    }
    return (
      (await functions.handle(request, address)) ??
      (await site.static(request)) ??
      (await site.onDemand(request, functionContext(address)))
    );
  });
  const schedules = options.schedules ? functions.tick() : null;
  return {
    stop: async () => {
      schedules?.stop();
      await server.close();
      await site.remove();
    },
  };
}

async function buildSite(root: string, workFolder: string, serverAddress: string): Promise<BuiltSite> {
  const astro = join(root, 'node_modules/.bin/astro');
  await run(astro, ['build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 32 * 1024 * 1024,
  }).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`The build failed:\n${error.stdout ?? ''}\n${error.stderr ?? ''}`);
  });

  const folder = await mkdtemp(join(workFolder, 'site-'));
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
    static: (request) => netlify.handle(request),
    onDemand: onDemand.default,
    remove: async () => {
      await netlify.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
