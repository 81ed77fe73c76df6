/**
 * `<get-in>`: holds the form that asks for the way in, and puts the answer in its place. When that does
 * not go, the form is sent as forms are.
 */
export class GetIn extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.onsubmit = (submit) => {
      submit.preventDefault();
      void this.#ask(form).catch(() => form.submit());
    };
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams() });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const ways = page.querySelector<HTMLElement>('[data-ways-in]');
    if (!ways) throw new Error('no ways in');
    ways.tabIndex = -1;
    this.replaceChildren(ways);
    ways.focus();
  }
}
