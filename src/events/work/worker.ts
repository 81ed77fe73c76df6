import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Solves one challenge away from the page, so that typing stays smooth. Answers null when it takes too long. */
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  void solveChallenge({ challenge: data, deriveKey, timeout: 120_000 }).then(
    (solution) => postMessage(solution),
    () => postMessage(null),
  );
});
