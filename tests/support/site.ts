import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** Where the tests of the browser project find the site and the mails it sent. */
export interface ServedSite {
  origin: string;
  /** `GET /api/messages` is there. */
  mail: string;
  /** Where `backstage.ts` reaches the site's database. */
  backstage: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: ServedSite;
  }
}

/** Builds the site once and serves it for every browser test; in the project `publishing` it is built anew on request. */
export default async function serveSite(project: TestProject): Promise<() => Promise<void>> {
  const rebuilds = project.name === 'publishing' ? ['--rebuilds'] : [];
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), rebuilds, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    // vitest says NODE_ENV=test, which would make the build one for development
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: undefined,
      DEV: undefined,
      PROD: undefined,
      MODE: undefined,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let words = '';
  const site = await new Promise<ServedSite>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      const line = /^\{"origin":.*\}$/m.exec(words)?.[0];
      if (line) resolve(JSON.parse(line) as ServedSite);
    });
    child.once('exit', () => reject(new Error(`The site did not come up:\n${words}`)));
  });
  project.provide('site', site);
  return async () => {
    child.disconnect();
    await ended;
  };
}
