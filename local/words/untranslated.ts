import { readFileSync } from 'node:fs';
import type { AnyNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { parse } from 'yaml';
import { site } from '#platform/site.ts';

/**
 * What of a Spanish page is still English: texts and labels that its English twin says in the same words,
 * and sentences with English words in them. What is marked `lang="en"` is meant to be English,
 * and names and addresses marked `translate="no"` are the same in every language.
 */

const spokenAttributes = new Set(['aria-label', 'alt', 'title', 'placeholder', 'aria-description', 'label']);
const notSpoken = new Set(['script', 'style', 'template', 'code']);

/** Every text of a page that a person reads or hears, with one kind of space. */
export function textsOf(html: string, language: 'en' | 'es'): string[] {
  const texts: string[] = [];
  const add = (text: string) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (/\p{L}{2}/u.test(plain)) texts.push(plain);
  };
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') add(node.data);
    if (!('children' in node)) return;
    if ('attribs' in node) {
      const { name, attribs } = node;
      if (
        notSpoken.has(name) ||
        attribs['translate'] === 'no' ||
        (attribs['lang'] && attribs['lang'] !== language)
      )
        return;
      for (const [key, value] of Object.entries(attribs)) {
        if (
          spokenAttributes.has(key) ||
          (name === 'meta' && key === 'content' && attribs['name'] === 'description')
        )
          add(value);
      }
    }
    node.children.forEach(walk);
  };
  parseDocument(html).children.forEach(walk);
  return texts;
}

const { name, shortName, neutralName, city, address, email, intakeEmail, eventsEmail } = site();
const ours = [name, shortName, neutralName, city, ...address, email, intakeEmail, eventsEmail];
const inList = (list: string) => parse(readFileSync(`content/words/${list}.yml`, 'utf8')) as string[];

/** Words that are the same in both languages, longest first. */
const same = [...ours, ...inList('names'), ...inList('same-in-spanish')]
  .toSorted((a, b) => b.length - a.length)
  .map((words) => new RegExp(`(?<!\\p{L})${words.replace(/[.+()]/g, '\\$&')}(?!\\p{L})`, 'giu'));

const withoutNames = (text: string): string => same.reduce((rest, words) => rest.replace(words, ' '), text);

const english =
  /(?<![\p{L}’'])(?:the|and|you|your|with|of|for|this|that|is|are|was|not|can|what|when|where|who|here|it|to|from|they|we|our|will|have)(?![\p{L}’'])/giu;

/** Texts of `spanish` that are not Spanish; `twin` is the same page in English. */
export function untranslated(spanish: string, twin: string): string[] {
  const said = new Set(textsOf(twin, 'en'));
  return [...new Set(textsOf(spanish, 'es'))].filter((text) => {
    const rest = withoutNames(text);
    if (!/\p{L}{2}/u.test(rest)) return false;
    const found = new Set(rest.toLowerCase().match(english));
    return said.has(text) || found.size >= 2;
  });
}
