/** Puts errors where the server would have put them: a summary on top, a sentence at each field. */

export type Problems = Record<string, string[]>;

/** Shows `problems` (field name → sentences; '' for none) in `root` and takes the focus to the summary. */
export function showProblems(root: HTMLElement, problems: Problems): void {
  clear(root);
  for (const [field, messages] of Object.entries(problems)) {
    const input = root.querySelector<HTMLElement>(`[id="${CSS.escape(field)}"]`);
    if (input) markField(input, field, messages);
  }
  root.prepend(summary(problems));
  document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
}

function clear(root: HTMLElement) {
  root.querySelector('error-summary')?.remove();
  for (const message of root.querySelectorAll('.field .error')) {
    for (const described of root.querySelectorAll(`[aria-describedby~="${message.id}"]`)) {
      describe(described, message.id, false);
      described.removeAttribute('aria-invalid');
    }
    message.closest('.field')?.classList.remove('wrong');
    message.remove();
  }
}

function markField(input: HTMLElement, field: string, messages: string[]) {
  const frame = input.closest('.field');
  if (!frame) return;
  const error = element('p', { className: 'error', id: `${field}-error` });
  error.append(element('span', { className: 'visually-hidden', textContent: 'Error: ' }), messages.join(' '));
  // after the hint where there is one, else after the label
  (frame.querySelector(':scope > .hint') ?? frame.firstElementChild)?.after(error);
  frame.classList.add('wrong');
  const described = frame instanceof HTMLFieldSetElement ? frame : input;
  describe(described, error.id, true);
  if (described === input) input.setAttribute('aria-invalid', 'true');
}

function describe(target: Element, id: string, add: boolean) {
  const ids = new Set((target.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (add) ids.add(id);
  else ids.delete(id);
  if (ids.size > 0) target.setAttribute('aria-describedby', [...ids].join(' '));
  else target.removeAttribute('aria-describedby');
}

/** The same markup as ErrorSummary.astro; its element takes the focus when it is connected. */
function summary(problems: Problems): HTMLElement {
  const list = element('ul', { className: 'plain' });
  for (const [field, messages] of Object.entries(problems)) {
    for (const message of messages) {
      const item = element('li', {});
      item.append(field ? element('a', { href: `#${field}`, textContent: message }) : message);
      list.append(item);
    }
  }
  const alert = element('div', {});
  alert.setAttribute('role', 'alert');
  alert.append(element('h2', { id: 'error-summary-title', textContent: 'There is a problem' }), list);
  const box = element('div', { className: 'error-summary flow', tabIndex: -1 });
  box.setAttribute('aria-labelledby', 'error-summary-title');
  box.append(alert);
  const whole = document.createElement('error-summary');
  whole.append(box);
  return whole;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
