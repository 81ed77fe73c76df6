import { words } from './words.ts';

/**
 * Makes each suggested sign one to tap: it goes on the next free line, and a second tap takes it off, also one
 * that was tapped on the page in the other language.
 */
export function suggestSigns(root: HTMLElement, changed: () => void): void {
  const lines = [...root.querySelectorAll<HTMLInputElement>('[name^="sign-"]')];
  const said = root.querySelector('[data-suggestion-said]');
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-suggestion]')].map((item) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = item.textContent.trim();
    item.replaceChildren(button);
    const signs = [button.textContent, item.dataset['other'] ?? ''];
    button.addEventListener('click', () => {
      const told = tap(signs);
      if (said) said.textContent = told;
      changed();
    });
    return { button, signs };
  });

  root.addEventListener('changed', () => {
    for (const { button, signs } of buttons) {
      button.ariaPressed = String(lines.some(({ value }) => signs.includes(value.trim())));
    }
  });

  function tap(signs: string[]): string {
    const line = lines.find(({ value }) => signs.includes(value.trim()));
    if (line) {
      line.value = '';
      return words.removed;
    }
    const free = lines.findIndex(({ value }) => value.trim() === '');
    const next = lines[free];
    if (!next) return words.full;
    next.value = signs[0] ?? '';
    return words.added(free + 1);
  }
}
