import { markdownEdit, type Tool } from './markdown-edit.ts';

/** The toolbar and the keys of a text in Markdown. What they do, the browser's own "undo" takes back. */

const keys: Record<string, Tool> = { b: 'bold', i: 'italic', k: 'link' };

class MarkdownTools extends HTMLElement {
  connectedCallback() {
    const text = document.getElementById(this.dataset['of'] ?? '');
    if (!(text instanceof HTMLTextAreaElement)) return;
    this.addEventListener('click', ({ target }) => {
      const tool = target instanceof HTMLElement && target.dataset['tool'];
      if (tool) use(text, tool as Tool);
    });
    this.addEventListener('keydown', (event) => this.#walk(event));
    text.addEventListener('keydown', (event) => {
      const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && keys[event.key];
      if (!tool) return;
      event.preventDefault();
      use(text, tool);
    });
  }

  /** One stop for Tab; arrows walk along. */
  #walk(event: KeyboardEvent) {
    const buttons = [...this.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const last = buttons.length - 1;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = buttons.at(to > last ? 0 : to);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  }
}

function use(text: HTMLTextAreaElement, tool: Tool) {
  const { from, to, put, select } = markdownEdit(tool, text.value, text.selectionStart, text.selectionEnd);
  text.focus();
  text.setSelectionRange(from, to);
  // deprecated, and the only way into a text field's own history of changes
  if (!document.execCommand('insertText', false, put)) {
    text.setRangeText(put, from, to);
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
  text.setSelectionRange(...select);
}

customElements.define('markdown-tools', MarkdownTools);
