import { environment, environmentTrouble, type Environment } from '#platform/environment.ts';
import { isThisMachine } from '../this-machine.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** The settings: all there, of the right form, random where they have to be, and nobody else's. */
export function checkSettings(): Finding[] {
  const trouble = environmentTrouble();
  if (trouble.size > 0) return [...trouble].map(([name, sentence]) => bad(`${name} ${sentence}.`, setIt));
  const settings = environment();
  const found = [
    ...addresses(settings),
    ...sender(settings),
    ...examples(settings),
    ...randomness(settings),
    ...buildHook(settings),
  ];
  return found.some(({ mark }) => mark === 'bad') ? found : [good('Every setting has its form.'), ...found];
}

const setIt = 'Set it in Netlify for production, and in .env for this command: docs/deploy.md, step 4.';

function addresses(settings: Environment): Finding[] {
  return (['SITE_URL', 'SUPABASE_URL'] as const)
    .filter((name) => !settings[name].startsWith('https:'))
    .map((name) =>
      isThisMachine(settings[name])
        ? look(`${name} is on this machine.`, 'That is right for the local stack only.')
        : bad(`${name} is not https.`, 'Names and links would travel in the clear: write the https address.'),
    );
}

const madeUp = /(^|[.@])(example\.(com|net|org)|example|invalid|test)$/i;

function sender({ MAIL_FROM, SITE_URL }: Environment): Finding[] {
  const domain = /@([^\s>]+)/.exec(MAIL_FROM)?.[1] ?? '';
  if (!madeUp.test(domain)) return [];
  const todo = 'Mail from there is refused: use an address that your mail provider may send for.';
  const what = 'MAIL_FROM is an address that does not exist.';
  return [isThisMachine(SITE_URL) ? look(what, todo) : bad(what, todo)];
}

function examples(settings: Environment): Finding[] {
  const hosts = {
    SITE_URL: settings.SITE_URL,
    SUPABASE_URL: settings.SUPABASE_URL,
    SMTP_URL: settings.SMTP_URL,
  };
  const values = {
    ...settings,
    BUILD_HOOK_URL: settings.BUILD_HOOK_URL ?? '',
    INTAKE_KEYS: settings.INTAKE_KEYS.keys.map(({ k }) => k).join(),
  };
  const names = [
    ...Object.entries(hosts)
      .filter(([, address]) => madeUp.test(new URL(address).hostname) || address.includes('your-project'))
      .map(([name]) => name),
    ...Object.entries(values)
      .filter(([, value]) => value.includes('replace-me'))
      .map(([name]) => name),
  ];
  return [...new Set(names)].map((name) => bad(`${name} is still the example.`, setIt));
}

/** What is random uses many different characters; words and repetition do not. */
const looksRandom = (text: string, different: number) => new Set(text).size >= different;

function randomness({ TOKEN_SECRET, INTAKE_KEYS }: Environment): Finding[] {
  const found: Finding[] = [];
  if (!looksRandom(TOKEN_SECRET, 14)) {
    found.push(
      bad(
        'TOKEN_SECRET does not look random.',
        'Whoever guesses it opens every personal link: make one as in step 3.',
      ),
    );
  }
  const bytes = INTAKE_KEYS.keys.map(({ kid, k }) => ({
    kid,
    k: Buffer.from(k, 'base64url').toString('latin1'),
  }));
  for (const { kid } of bytes.filter((key) => !looksRandom(key.k, 16))) {
    found.push(
      bad(`Key "${kid}" of INTAKE_KEYS does not look random.`, 'Make one as in step 3, and put it in front.'),
    );
  }
  if (INTAKE_KEYS.keys.some(({ k }) => TOKEN_SECRET.includes(k))) {
    found.push(bad('TOKEN_SECRET and INTAKE_KEYS are the same.', 'Make a new TOKEN_SECRET as in step 3.'));
  }
  return found;
}

const buildHook = ({ BUILD_HOOK_URL }: Environment): Finding[] =>
  BUILD_HOOK_URL
    ? []
    : [
        look(
          'BUILD_HOOK_URL is not set.',
          'What staff publish waits for the next deploy: make a build hook (step 5).',
        ),
      ];
