import { parseArgs } from 'node:util';
import { loadLocalEnvironment, localPorts } from '#platform/environment.ts';
import { requireFree } from './node-server.ts';
import { startStack, type LocalStack, type Ports } from './stack.ts';

export interface RunningSite {
  stop(): Promise<void>;
}

/**
 * Runs the local stack with a site on it until Ctrl-C: checks the ports, starts the stack, then the
 * site, prints the addresses, and takes everything down again on a signal.
 */
export async function runSite(
  start: (ports: Ports, stack: LocalStack) => Promise<RunningSite>,
): Promise<void> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean', default: false }, data: { type: 'string', default: '.data' } },
  });
  try {
    // for ports written in .env; the stack's own settings replace everything else in there
    loadLocalEnvironment();
    const ports = localPorts();
    await requireFree(ports.site, 'PORT');
    await requireFree(ports.supabase, 'SUPABASE_PORT');
    await requireFree(ports.mailUi, 'MAIL_UI_PORT');
    await requireFree(ports.smtp, 'SMTP_PORT');

    const stack = await startStack(ports, values.data, values.fresh);
    const site = await start(ports, stack);
    console.log(
      [
        '',
        `  Site      ${stack.addresses.site}`,
        `  Database  ${stack.addresses.supabase}`,
        `  Mail      ${stack.addresses.mail}`,
        '',
        '  Ctrl-C stops everything.',
        '',
      ].join('\n'),
    );

    stopOnSignals(async () => {
      await site.stop();
      await stack.close();
    });
  } catch (error) {
    console.error(error instanceof Error ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}

/**
 * Ctrl-C reaches this process twice (from the terminal, and passed on by npm): the second is the same wish
 * unless it comes two seconds later. When npm is stopped without passing that on, the shell between goes
 * away, and so does this.
 */
function stopOnSignals(close: () => Promise<void>): void {
  let since: number | null = null;
  const stop = async () => {
    if (since !== null) {
      if (performance.now() - since > 2000) process.exit(1);
      return;
    }
    since = performance.now();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  if (process.env['npm_lifecycle_event']) {
    const shell = process.ppid;
    setInterval(() => process.ppid !== shell && void stop(), 1000).unref();
  }
}
