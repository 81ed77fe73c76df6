import type { Page } from './browser.ts';
import { pressOn, tabTo, typeInto } from './visiting.ts';

/** How somebody goes through the sign-up form, page by page, by keyboard. */

const headings = {
  start: /^Ask for a place or a call/,
  kind: /^What would you like\?/,
  program: /^Which program\?/,
  cohort: /^Which group\?/,
  name: /^What name should we use\?/,
  channel: /^How should we contact you\?/,
  contact: /^(Your email address|The number to)/,
  times: /^When is a good time\?/,
  words: /^What would you like us to know\?/,
  language: /^Which language should we use\?/,
  check: /^Check your answers/,
};
export type FormStep = keyof typeof headings;
const order = Object.keys(headings) as FormStep[];

export interface Said {
  kind: string;
  channel: 'email' | 'phone' | 'text';
  email: string;
  name?: string;
  note?: string;
  /** The step whose page is open; the first one with a question unless said. */
  from?: FormStep;
}

/** Waits for the page of a step. */
export const pageOf = (page: Page, step: FormStep, name = headings[step]) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

export const pressContinue = (page: Page) => pressOn(page, 'main .button[value="continue"]');

export async function goOn(page: Page, to: FormStep, name = headings[to]): Promise<void> {
  await pressContinue(page);
  await pageOf(page, to, name);
}

/** Opens the form and comes to its first question. */
export async function begin(page: Page, query = ''): Promise<void> {
  await page.goto(`/step-down/sign-up/${query}`);
  await pageOf(page, 'start');
  if (query) await goOn(page, 'kind');
}

/** Gets to a question with Tab and to its answer with the arrows, as radio buttons work by keyboard. */
async function choose(page: Page, name: string, value?: string): Promise<void> {
  const offered = page.locator(`input[name="${name}"]`);
  if (value === undefined && (await offered.and(page.locator(':checked')).count()) > 0) return;
  const values = await offered.evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  const checked = `input[name="${name}"]:checked`;
  await tabTo(page, (await page.locator(checked).count()) > 0 ? checked : `#${name}`);
  await page.keyboard.press('Space');
  const wanted = value === undefined ? 0 : values.indexOf(value);
  const chosen = () => page.locator(checked).getAttribute('value');
  while ((await chosen()) !== values[wanted]) await page.keyboard.press('ArrowDown');
}

/** Fills in the page of a step. */
export async function answerTo(page: Page, step: FormStep, said: Partial<Said>): Promise<void> {
  if (step === 'kind') await choose(page, 'kind', said.kind);
  if (step === 'program' || step === 'cohort') await choose(page, step);
  if (step === 'name') await typeInto(page, '#nameToUse', said.name ?? 'Ana');
  if (step === 'channel') await choose(page, 'channel', said.channel);
  if (step === 'contact') {
    await typeInto(page, '#contactValue', said.channel === 'email' ? (said.email ?? '') : '(303) 555-0199');
    const names = await page
      .locator('fieldset.field')
      .evaluateAll((all) => all.map((one) => one.querySelector('input')?.name ?? ''));
    for (const name of names) await choose(page, name, name === 'safeToText' ? 'no' : 'yes');
  }
  if (step === 'times') await pressOn(page, 'input[value="evenings"]', 'Space');
  if (step === 'words' && said.note) await typeInto(page, '#note', said.note);
}

/** Answers every page to the last one. `look` is called on each, the last one too. */
export async function throughTheForm(
  page: Page,
  said: Said,
  look: (step: FormStep) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const from = said.from ?? 'kind';
  if (!said.from && (await page.getByRole('heading', { level: 1, name: headings.start }).count()) > 0) {
    await goOn(page, 'kind');
  }
  const steps = order
    .slice(order.indexOf(from))
    .filter((step) => said.kind === 'program' || (step !== 'program' && step !== 'cohort'));
  for (const [index, step] of steps.entries()) {
    await pageOf(page, step);
    await look(step);
    if (step === 'check') return;
    await answerTo(page, step, said);
    await goOn(page, steps[index + 1] ?? 'check');
  }
}
