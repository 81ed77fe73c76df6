import type { Page } from './browser.ts';

/** What tests of the tools share: that something was kept, and what a tool prints. */

/** Waits until what was written is kept, and says yes where the page asks first whether this device may keep it. */
export async function expectKept(page: Page): Promise<void> {
  const yes = page.getByRole('button', { name: 'Keep it on this device' });
  const kept = page.getByText('Kept on this device.');
  await yes.or(kept).first().waitFor();
  if (await yes.isVisible()) await yes.press('Enter');
  await kept.waitFor();
}

/** How many pages the tool takes on paper. */
export async function printedPages(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const file = await page.pdf({ format });
  return file.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}
