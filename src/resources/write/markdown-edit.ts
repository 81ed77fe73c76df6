/** What a tool of the Markdown toolbar does to a text. Pure, and in the browser. */

export type Tool = 'heading' | 'bold' | 'italic' | 'list' | 'numbers' | 'link' | 'table';

/** Replace `from`..`to` by `put`, then select. */
export interface Edit {
  from: number;
  to: number;
  put: string;
  select: [from: number, to: number];
}

export function markdownEdit(tool: Tool, text: string, start: number, end: number): Edit {
  if (tool === 'bold') return wrap(text, start, end, '**', 'bold');
  if (tool === 'italic') return wrap(text, start, end, '_', 'italic');
  if (tool === 'link') return link(text, start, end);
  if (tool === 'table') return table(text, start, end);
  return lines(text, start, end, tool);
}

/** Puts marks around the selection, or takes them away. */
function wrap(text: string, start: number, end: number, mark: string, example: string): Edit {
  const { from, to } = trimmed(text, start, end);
  const inner = text.slice(from, to);
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (inner && before.endsWith(mark) && after.startsWith(mark)) {
    const at = from - mark.length;
    return { from: at, to: to + mark.length, put: inner, select: [at, at + inner.length] };
  }
  const words = inner || example;
  const at = from + mark.length;
  return { from, to, put: mark + words + mark, select: [at, at + words.length] };
}

/** A word with a blank after it, as a double press selects it, is the word. */
function trimmed(text: string, start: number, end: number): { from: number; to: number } {
  const chosen = text.slice(start, end);
  const from = start + (chosen.length - chosen.trimStart().length);
  return chosen.trim() === '' ? { from: start, to: end } : { from, to: from + chosen.trim().length };
}

function link(text: string, start: number, end: number): Edit {
  const { from, to } = trimmed(text, start, end);
  const chosen = text.slice(from, to);
  if (/^https?:\/\/\S+$/.test(chosen)) {
    return { from, to, put: `[words](${chosen})`, select: [from + 1, from + 6] };
  }
  const words = chosen.trim() === '' ? 'words' : chosen.replace(/\s+/g, ' ');
  const address = from + words.length + 3;
  return { from, to, put: `[${words}](https://)`, select: [address, address + 8] };
}

function table(text: string, start: number, end: number): Edit {
  const before = text.slice(0, start);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const after = text.slice(end).startsWith('\n') || end === text.length ? '\n' : '\n\n';
  const put = `${gap}| What | When |\n| --- | --- |\n|  |  |${after}`;
  const cell = start + gap.length + 2;
  return { from: start, to: end, put, select: [cell, cell + 4] };
}

const marks = { heading: /^#{1,6} /, list: /^[-*] /, numbers: /^\d+\. / };

/** Marks each line of the selection, or takes the mark away where all have it. */
function lines(text: string, start: number, end: number, tool: keyof typeof marks): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(end - (end > start && text[end - 1] === '\n' ? 1 : 0), from));
  const to = next === -1 ? text.length : next;
  const chosen = text.slice(from, to).split('\n');
  const marked = marks[tool];
  const off = chosen.every((line) => marked.test(line));
  const put = chosen
    .map((line, index) => {
      const plain = Object.values(marks).reduce((rest, mark) => rest.replace(mark, ''), line);
      return off ? plain : { heading: '## ', list: '- ', numbers: `${index + 1}. ` }[tool] + plain;
    })
    .join('\n');
  const many = chosen.length > 1;
  return { from, to, put, select: many ? [from, from + put.length] : [from + put.length, from + put.length] };
}
