/** `<your-people>`: the people of the plan and the coping card on this device, one tap each. Reads, and never writes. */
class YourPeople extends HTMLElement {
  connectedCallback(): void {
    void this.#show();
  }

  async #show(): Promise<void> {
    if (!(await somethingKept())) return;
    const { peopleHere } = await import('./people-here.ts');
    const people = await peopleHere();
    const list = this.querySelector('ul');
    const row = this.querySelector('template');
    if (people.length === 0 || !list || !row) return;
    list.replaceChildren(
      ...people.map(({ name, address }) => {
        const item = row.content.cloneNode(true) as DocumentFragment;
        const link = item.querySelector('a');
        const words = item.querySelector('span');
        if (link) link.href = address;
        if (words) words.textContent = `${words.textContent} ${name || (this.dataset['nameless'] ?? '')}`;
        return item;
      }),
    );
    this.hidden = false;
  }
}
customElements.define('your-people', YourPeople);

/** Opening storage makes it: somebody who keeps nothing here should not find that this page did. */
async function somethingKept(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  // a browser that cannot list what it has is asked by opening
  if (!('databases' in indexedDB)) return true;
  const databases = await indexedDB.databases().catch(() => []);
  return databases.some(({ name }) => name === 'kept');
}
