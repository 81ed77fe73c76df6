/** Makes an element with properties and children. Text goes in as text, never as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button that does something here. */
export function button(className: string, text: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', className }, text);
  made.addEventListener('click', onPress);
  return made;
}
