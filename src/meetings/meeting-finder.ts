import type { CompactList, CompactMeeting } from './compact.ts';
import { byDay, firstOf, type DayGroup } from './days.ts';
import { fillRow } from './fill-row.ts';
import { rowView } from './row-view.ts';
import { matcher, searchText } from './search.ts';
import { siteClock } from './site-clock.ts';
import { words } from './words.ts';

const typingPause = 150;
const mostRows = 100;

/**
 * `<meeting-finder>`: filters while one types, over every day. It holds a working form, `[data-results]`,
 * `[data-count]` and templates for a section, a row and an empty answer. The list is fetched when the
 * field is first used, and an empty field brings the server's list back. Nothing typed leaves the page.
 */
export class MeetingFinder extends HTMLElement {
  #list: Promise<CompactList> | undefined;
  #texts: Map<CompactMeeting, string> | undefined;
  #original: { nodes: Node[]; count: string } | undefined;
  #timer: number | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input[name=q]');
    if (!(input instanceof HTMLInputElement)) return;
    input.addEventListener('focus', () => void this.#fetch().catch(() => undefined), { once: true });
    input.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#show(() => input.value.trim()), typingPause);
    });
  }

  #fetch(): Promise<CompactList> {
    this.#list ??= fetch('/api/meetings')
      .then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json() as Promise<CompactList>;
      })
      .catch((error: unknown) => {
        this.#list = undefined;
        throw error;
      });
    return this.#list;
  }

  async #show(typed: () => string): Promise<void> {
    const results = this.querySelector('[data-results]');
    const count = this.querySelector('[data-count]');
    if (results === null || count === null) return;
    this.#original ??= { nodes: [...results.childNodes], count: count.textContent };
    if (typed() !== '' && this.#texts === undefined) count.textContent = words.searching;
    const list = typed() === '' ? null : await this.#fetch().catch(() => undefined);
    // While the list was on its way the field may have changed again.
    const query = typed();
    const days = this.querySelector('nav');
    if (days !== null) days.hidden = query !== '';
    if (query === '' || !list) {
      results.replaceChildren(...this.#original.nodes);
      count.textContent = query === '' ? this.#original.count : words.listUnreachable;
      return;
    }
    const found = this.#matching(query, list);
    results.replaceChildren(...(found.length > 0 ? this.#sections(found, list) : this.#copy('none')));
    count.textContent = words.countFor(found.length, query);
  }

  #matching(query: string, list: CompactList): CompactMeeting[] {
    const texts = (this.#texts ??= new Map(
      list.meetings.map((meeting) => [meeting, searchText(meeting, list)]),
    ));
    const matches = matcher(query);
    return list.meetings.filter((meeting) => matches(texts.get(meeting) ?? ''));
  }

  #sections(found: CompactMeeting[], list: CompactList): Node[] {
    const groups = firstOf(byDay(found, siteClock(Date.now(), list.timeZone)), mostRows);
    const sections = groups.flatMap((group) => this.#section(group, list));
    if (found.length <= mostRows) return sections;
    const more = document.createElement('p');
    more.textContent = words.more(found.length - mostRows);
    return [...sections, more];
  }

  #section({ heading, meetings, earlier }: DayGroup, list: CompactList): Node[] {
    const rowOf = (meeting: CompactMeeting) => fillRow(this.#copy('row'), rowView(meeting, list));
    const [section] = this.#copy('section');
    if (!(section instanceof HTMLElement)) return [];
    const part = (selector: string) => section.querySelector(selector);
    part('h2')?.append(heading);
    part('details ul')?.append(...earlier.flatMap(rowOf));
    part('summary')?.replaceChildren(words.earlier(earlier.length));
    part(':scope > ul')?.append(...meetings.flatMap(rowOf));
    if (earlier.length === 0) part('details')?.remove();
    part(meetings.length === 0 ? ':scope > ul' : '.rest')?.remove();
    return [section];
  }

  #copy(name: 'section' | 'row' | 'none'): Element[] {
    const template = this.querySelector(`template[data-${name}]`);
    if (!(template instanceof HTMLTemplateElement)) return [];
    return [...(template.content.cloneNode(true) as DocumentFragment).children];
  }
}
