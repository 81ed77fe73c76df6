import type { CompactList, CompactMeeting } from './compact.ts';
import { byDay } from './days.ts';
import { rowView, type RowView } from './row-view.ts';
import { matcher, searchText } from './search.ts';
import { words } from './words.ts';

const typingPause = 150;
const mostRows = 100;

/**
 * `<meeting-finder data-today="0">`: filters while one types, over every day. It holds a working form,
 * `[data-results]`, `[data-count]` and a `<template data-row>`; the list is fetched when the field is
 * first used, and an empty field brings the server's list back. Nothing typed leaves the page.
 */
export class MeetingFinder extends HTMLElement {
  #list: Promise<CompactList> | undefined;
  #texts: Map<CompactMeeting, string> | undefined;
  #original: Node[] | undefined;
  #originalCount = '';
  #timer: number | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input[name=q]');
    if (!(input instanceof HTMLInputElement)) return;
    input.addEventListener('focus', () => void this.#fetch().catch(() => undefined), { once: true });
    input.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#show(input.value.trim()), typingPause);
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

  async #show(query: string): Promise<void> {
    const results = this.querySelector('[data-results]');
    const count = this.querySelector('[data-count]');
    if (results === null || count === null) return;
    if (this.#original === undefined) {
      this.#original = [...results.childNodes];
      this.#originalCount = count.textContent;
    }
    const days = this.querySelector('nav');
    if (days !== null) days.hidden = query !== '';
    if (query === '') {
      results.replaceChildren(...this.#original);
      count.textContent = this.#originalCount;
      return;
    }
    try {
      const list = await this.#fetch();
      const matches = matcher(query);
      this.#texts ??= new Map(list.meetings.map((meeting) => [meeting, searchText(meeting, list)]));
      const found = list.meetings.filter((meeting) => matches(this.#texts?.get(meeting) ?? ''));
      results.replaceChildren(...this.#sections(found, list));
      count.textContent = words.countFor(found.length, query);
    } catch {
      count.textContent = words.listUnreachable;
    }
  }

  #sections(found: CompactMeeting[], list: CompactList): Node[] {
    let left = mostRows;
    const sections: Node[] = byDay(found, Number(this.dataset['today'])).flatMap(({ heading, meetings }) => {
      const rows = meetings.slice(0, left).map((meeting) => this.#row(rowView(meeting, list)));
      left -= rows.length;
      if (rows.length === 0) return [];
      const section = document.createElement('section');
      const title = document.createElement('h2');
      title.textContent = heading;
      const items = document.createElement('ul');
      items.className = 'plain';
      items.append(...rows);
      section.append(title, items);
      return [section];
    });
    if (found.length > mostRows) {
      const more = document.createElement('p');
      more.textContent = words.more(found.length - mostRows);
      sections.push(more);
    }
    return sections;
  }

  #row(view: RowView): Node {
    const template = this.querySelector('template[data-row]');
    if (!(template instanceof HTMLTemplateElement)) return document.createTextNode(view.name);
    const row = template.content.cloneNode(true) as DocumentFragment;
    const put = (selector: string, text: string | null) => {
      const part = row.querySelector(selector);
      if (text === null) part?.remove();
      else if (part !== null) part.textContent = text;
    };
    const [time, half] = [row.querySelector('.time'), row.querySelector('.time small')];
    if (view.time !== null && half !== null) {
      half.textContent = view.time.half;
      time?.replaceChildren(`${view.time.hour} `, half);
    } else time?.replaceChildren(words.byAppointmentShort);
    row.querySelector('a')?.setAttribute('href', view.href);
    put('a', view.name);
    put('.how', view.how);
    put('.zone', view.zone);
    put('.about', view.about);
    return row;
  }
}
