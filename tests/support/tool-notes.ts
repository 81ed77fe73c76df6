import type { Page } from './browser.ts';

/** Waits until what was written is kept, and says yes where the page asks first whether this device may keep it. */
export async function expectKept(page: Page): Promise<void> {
  const yes = page.getByRole('button', { name: 'Keep it on this device' });
  const kept = page.getByText('Kept on this device.');
  await yes.or(kept).first().waitFor();
  if (await yes.isVisible()) await yes.press('Enter');
  await kept.waitFor();
}
