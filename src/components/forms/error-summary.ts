/** Takes focus when the page opens, and brings a field's label into view before its input gets focus. */
class ErrorSummary extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const field = link && document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      const group = field.closest('fieldset')?.querySelector('legend');
      (group ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView();
      field.focus({ preventScroll: true });
    });
  }
}
customElements.define('error-summary', ErrorSummary);
