import { randomBytes, randomUUID } from 'node:crypto';
import { setEnvironment } from '#platform/environment.ts';
import { sealWords } from '#step-down/sealed-words.ts';
import { signUpRequest } from '#step-down/schema.ts';
import type { Figures } from './figures.ts';
import { startRsvpStage } from './rsvp-stage.ts';
import { microseconds, percentiles, quantile } from './times.ts';

/** Step-down sign-ups through their function, one at a time and twenty at once, and what sealing takes of it. */

const asked = (number: number) => ({
  kind: 'assessment-call',
  nameToUse: 'Ana',
  contact: { channel: 'email', value: `s${number}@example.org`, safeToLeaveMessage: true },
  bestTimes: ['evenings'],
  note: 'A few lines about what would help, as people write them. '.repeat(6),
});

export async function benchSignUps(runs: number, figures: Figures): Promise<void> {
  const stage = await startRsvpStage();
  let people = 0;
  const send = async () => {
    const { status, body } = await stage.post('/api/step-down/sign-ups', asked(people++));
    if (status !== 201) throw new Error(`The function answered ${status}: ${body}`);
  };
  try {
    await microseconds(300, 1, send);
    for (const atOnce of [1, 20]) {
      const times: number[] = [];
      const started = performance.now();
      for (let run = 0; run < runs; run += 1) times.push(...(await microseconds(300, atOnce, send)));
      const seconds = (performance.now() - started) / 1000;
      for (const [name, part] of percentiles)
        figures.add({ name: `a sign-up, ${name}`, unit: 'µs' }, atOnce, [quantile(times, part)]);
      figures.add({ name: 'sign-ups taken', unit: 'a second' }, atOnce, [times.length / seconds]);
    }
    figures.add({ name: 'sealing one, of that', unit: 'µs' }, 1, [await sealing()]);
  } finally {
    await stage.close();
  }
}

async function sealing(): Promise<number> {
  const k = randomBytes(32).toString('base64url');
  setEnvironment({
    ...{ SITE_URL: 'http://localhost:4321', SUPABASE_URL: 'http://localhost:1' },
    ...{ SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_bench', SUPABASE_SECRET_KEY: 'sb_secret_bench' },
    ...{ SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'Bench <bench@example.org>', TOKEN_SECRET: k },
    INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'bench', k }] }),
  });
  const request = signUpRequest.parse(asked(0));
  await microseconds(500, 1, () => sealWords(request, randomUUID()));
  return quantile(await microseconds(2000, 1, () => sealWords(request, randomUUID())), 0.5);
}
