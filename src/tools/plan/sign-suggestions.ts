import { words } from './words.ts';

/** Makes each suggested sign one to tap: it goes on the next free line, and a second tap takes it off. */
export function suggestSigns(root: HTMLElement, changed: () => void): void {
  const lines = [...root.querySelectorAll<HTMLInputElement>('[name^="sign-"]')];
  const said = root.querySelector('[data-suggestion-said]');
  const buttons = [...root.querySelectorAll<HTMLElement>('[data-suggestion]')].map((item) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = item.textContent.trim();
    item.replaceChildren(button);
    button.addEventListener('click', () => {
      const told = tap(button.textContent);
      if (said) said.textContent = told;
      changed();
    });
    return button;
  });

  root.addEventListener('changed', () => {
    for (const button of buttons) {
      button.ariaPressed = String(lines.some(({ value }) => value.trim() === button.textContent));
    }
  });

  function tap(sign: string): string {
    const line = lines.find(({ value }) => value.trim() === sign);
    if (line) {
      line.value = '';
      return words.removed;
    }
    const free = lines.findIndex(({ value }) => value.trim() === '');
    const next = lines[free];
    if (!next) return words.full;
    next.value = sign;
    return words.added(free + 1);
  }
}
