/** Puts an address on the clipboard, or selects it where that is not allowed. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-copy]');
    const field = this.querySelector('input');
    const said = this.querySelector('[role=status]');
    if (!button || !field || !said) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(field.value).then(
        () => {
          said.textContent = 'Copied.';
        },
        () => {
          field.select();
          said.textContent = 'Selected. Copy it as you copy a text.';
        },
      );
    });
  }
}
customElements.define('copy-link', CopyLink);
