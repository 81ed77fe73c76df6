import { dev, type AstroIntegration } from 'astro';
import { writeBuildStamp } from '#platform/build-stamp.ts';
import { endBuild } from '#publishing/site-builds.ts';
import { localFunctions, type LocalFunctions } from './netlify.ts';
import { nodeListener } from './node-server.ts';
import { runSite } from './run.ts';

/** `npm run dev`: the whole thing on one machine, with the site served from source. */

// the adapter's own Netlify emulation stays out: ours answers in milliseconds and runs the schedules
process.env['NETLIFY_DEV'] = 'true';

let functions: LocalFunctions | undefined;

const functionsAndBuildHook: AstroIntegration = {
  name: 'onward-local',
  hooks: {
    'astro:server:setup': async ({ server, refreshContent }) => {
      const routed = (functions = await localFunctions((file) => server.ssrLoadModule(file)));
      const answer = nodeListener(async (request, address) => {
        const { pathname } = new URL(request.url);
        if (pathname === '/.local/build-hook') {
          const began = Date.now();
          const failure = await Promise.resolve(refreshContent?.({})).then(
            () => null,
            () => 'build-failed' as const,
          );
          if (failure === null) writeBuildStamp(began);
          await endBuild(failure);
          return new Response(null, { status: 202 });
        }
        return (await routed.handle(request, address)) ?? new Response('Not found', { status: 404 });
      });
      server.middlewares.use((request, response, next) => {
        if (/^\/(api|\.local)\//.test(request.url ?? '')) void answer(request, response);
        else next();
      });
    },
  },
};

await runSite(async (ports) => {
  // what the pages say was read after this process began
  writeBuildStamp(Date.now());
  const server = await dev({
    root: '.',
    server: { port: ports.site, host: '127.0.0.1' },
    logLevel: 'warn',
    integrations: [functionsAndBuildHook],
    vite: { server: { strictPort: true } },
  });
  const schedules = functions?.tick();
  return {
    stop: async () => {
      schedules?.stop();
      await server.stop();
    },
  };
});
