/**
 * Says that a file is too large before minutes are spent on sending it, and that one is on its way: the host takes no
 * more than a few megabytes, and answers in words of its own.
 */
class FileForm extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    const button = this.querySelector('button');
    if (!input || !button) return;
    const words = button.textContent;
    input.addEventListener('change', () => {
      const tooLarge = (input.files?.[0]?.size ?? 0) > Number(this.dataset['largest']);
      input.setCustomValidity(
        tooLarge ? 'This file is larger than 4 MB. Make it smaller, or put a link in the text instead.' : '',
      );
      if (tooLarge) input.reportValidity();
    });
    this.querySelector('form')?.addEventListener('submit', (submit) => {
      if (button.ariaDisabled === 'true' || !input.reportValidity()) submit.preventDefault();
      else {
        button.ariaDisabled = 'true';
        button.textContent = 'Sending…';
      }
    });
    // who comes back to a page kept in memory sends again
    addEventListener('pageshow', () => {
      button.ariaDisabled = null;
      button.textContent = words;
    });
  }
}

customElements.define('file-form', FileForm);
