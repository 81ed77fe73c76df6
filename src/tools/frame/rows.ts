/** Repeated parts of a tool: copies of its `<template data-row="…">`, so that their words stand in the HTML. */

/** A copy with words in its `[data-word="…"]` places; a place for which there are none is left out. */
export function rowOf(tool: HTMLElement, name: string, words: Record<string, string> = {}): HTMLElement {
  const template = tool.querySelector<HTMLTemplateElement>(`template[data-row="${name}"]`);
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) throw new Error(`There is no template for "${name}".`);
  for (const place of [row, ...row.querySelectorAll<HTMLElement>('[data-word]')]) {
    const word = place.dataset['word'];
    if (word === undefined) continue;
    const text = words[word] ?? '';
    place.textContent = text;
    place.hidden = text === '';
  }
  return row;
}

/** Calls back when something in the row is pressed. */
export function onPress(row: HTMLElement, selector: string, listener: () => void): void {
  row.querySelector(selector)?.addEventListener('click', listener);
}

/** Calls back with what was written in the form, which goes nowhere. */
export function onSend(form: HTMLFormElement, listener: (written: (name: string) => string) => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const sent = new FormData(form);
    listener((name) => {
      const value = sent.get(name);
      return typeof value === 'string' ? value.trim() : '';
    });
  });
}

/** Writes values into the form's fields of those names; boxes and rounds are set by their value. */
export function writeInto(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
  }
}
