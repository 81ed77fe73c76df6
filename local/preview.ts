import { fileURLToPath } from 'node:url';
import { startPreviewSite } from './production-site.ts';
import { runSite } from './run.ts';

/** `npm run preview`: the production build on the local stack; a publish rebuilds it. */
await runSite((ports, stack) =>
  startPreviewSite(ports.site, {
    root: fileURLToPath(new URL('..', import.meta.url)),
    workFolder: stack.directory,
    schedules: true,
  }),
);
