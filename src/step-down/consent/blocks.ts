/** The few forms a consent's text is written in: headings, paragraphs, lists. Pure, for texts of any version. */

export type Block =
  { kind: 'title' | 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] };

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

export function blocksOf(body: string): Block[] {
  const pieces = body.split(/\n{2,}/).filter((piece) => piece.trim() !== '');
  return pieces.map((piece) => {
    const text = oneLine(piece);
    if (text.startsWith('# ')) return { kind: 'title', text: text.slice(2) };
    if (text.startsWith('## ')) return { kind: 'heading', text: text.slice(3) };
    if (!text.startsWith('- ')) return { kind: 'paragraph', text };
    return { kind: 'list', items: piece.split(/^- /m).slice(1).map(oneLine) };
  });
}

/** What stands under a heading, in one paragraph. Throws when the text has no such heading, or nothing under it. */
export function sectionOf(body: string, heading: string): string {
  const blocks = blocksOf(body);
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading) + 1;
  const length = blocks.slice(from).findIndex(({ kind }) => kind === 'heading');
  const under = blocks.slice(from, length < 0 ? undefined : from + length);
  const words = under.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])).join(' ');
  if (from === 0 || words === '') throw new Error(`This text says nothing under “${heading}”`);
  return words;
}
