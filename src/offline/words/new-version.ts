import { sayHere } from '#i18n/spoken-here.ts';
import type { ToWorker } from '../messages.ts';
import type { spanish } from '../spanish.ts';
import { notice } from './notice-bar.ts';

const say = sayHere<typeof spanish>();

/** Says that a new version waits. It comes at this person's press and in this tab only, or when all have left. */
export async function tellOfNew(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const { installing } = registration ?? {};
  // it says so itself at the end of its installation, a moment before it waits
  if (installing && !registration?.waiting)
    await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
  const bar = registration?.waiting && notice('new-version', say('A new version is ready'));
  if (!bar) return;
  bar.more.textContent = say(
    'It comes by itself when you have left this site. If you are writing something here, finish that first.',
  );
  bar.button(say('Show it'), 'button', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    const message: ToWorker = { say: 'show-new' };
    // another tab may have asked for it meanwhile
    if (registration.waiting) registration.waiting.postMessage(message);
    else location.reload();
  });
  bar.button(say('Not now'), 'button quiet', () => bar.section.remove());
}
