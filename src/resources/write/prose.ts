import { asHtml } from '../markdown.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * The sentences of a Markdown text as somebody reads them, a block a paragraph: without headings, code and
 * tables, which are no prose.
 */
export const proseOf = (markdown: string): string =>
  asHtml(markdown)
    .replace(/<(h\d|pre|table)\b[\s\S]*?<\/\1>/g, '\n\n')
    .replace(/<\/?(?:p|li|ul|ol|blockquote|hr|br)\b[^>]*>/g, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_all, name: string) => entities[name] ?? '')
    .replace(/[^\S\n]*\n[^\S\n]*(?!\n)/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
