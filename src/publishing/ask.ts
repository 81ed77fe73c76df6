import { environment } from '#platform/environment.ts';
import { errorCode, log } from '#platform/log.ts';
import { purgeTags } from '#platform/purge.ts';
import { claimBuild, endBuild } from './site-builds.ts';

/** One build takes in everything that was changed before it began: no two are asked for closer together. */
const usualQuiet = 20;

interface Asking {
  /** Nobody else asked for so many seconds. */
  quietSeconds?: number;
  /** Whether to try once more after the quiet, so that a change within it is built too. */
  again?: boolean;
  /** Takes milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Asks the host for a new site, after something changed that visitors see. For `context.waitUntil` after the answer:
 * it may wait for the quiet after another asking. Whatever happens it never throws: what was changed is kept, and
 * publish-due asks again within ten minutes.
 */
export async function askForBuild(asking: Asking = {}): Promise<void> {
  const { quietSeconds = usualQuiet, again = true, wait = sleep } = asking;
  try {
    await purgeTags(['resources']);
    const { BUILD_HOOK_URL } = environment();
    if (!BUILD_HOOK_URL) return;
    if (!(await claimBuild(quietSeconds))) {
      if (!again) return;
      // a moment longer, so that a refusal then means that somebody asked after this change
      await wait(quietSeconds * 1000 + 250);
      if (!(await claimBuild(quietSeconds))) return;
    }
    await callHook(BUILD_HOOK_URL);
  } catch (error) {
    log({ event: 'build-not-asked', code: errorCode(error) });
  }
}

async function callHook(address: string): Promise<void> {
  const answer = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(10_000) }).catch(
    (error: unknown) => ({ ok: false, status: 0, code: errorCode(error) }),
  );
  if (answer.ok) return log({ event: 'build-asked' });
  log({ event: 'build-hook-failed', status: answer.status, ...('code' in answer && { code: answer.code }) });
  await endBuild('hook-failed');
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
