import type { DeployFailedEvent, DeploySucceededEvent } from '@netlify/functions';
import { errorCode, log } from '#platform/log.ts';
import { endBuild, type BuildFailure } from '#publishing/site-builds.ts';

/** The host tells how a build of the site ended. Previews of branches are nobody's business here. */
async function ended(event: DeploySucceededEvent | DeployFailedEvent, failure: BuildFailure | null) {
  if (event.deploy.context !== 'production') return;
  log({ event: failure ?? 'built' });
  // thrown, it would only be told to the host, who does not ask again
  await endBuild(failure).catch((error: unknown) =>
    log({ event: 'build-not-noted', code: errorCode(error) }),
  );
}

export default {
  deploySucceeded: (event: DeploySucceededEvent) => ended(event, null),
  deployFailed: (event: DeployFailedEvent) => ended(event, 'build-failed'),
};
