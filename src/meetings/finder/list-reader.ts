import { MeetingIndex } from './meeting-index.ts';
import type { ListBlock, ListHead } from './wire.ts';

/**
 * Reads the finder's list line by line as it comes, and lets the page breathe between two blocks, so that
 * a slow phone stays usable while fifty thousand meetings arrive. Throws when the list cannot be had whole.
 */
export async function readList(address: string): Promise<MeetingIndex> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`The list answered ${response.status}`);
  let index: MeetingIndex | undefined;
  for await (const line of lines(response.body)) {
    const part: unknown = JSON.parse(line.replace(/^\[/, '').replace(/[,\]]$/, ''));
    if (index === undefined) index = new MeetingIndex(part as ListHead);
    else index.add(part as ListBlock);
    await breath();
  }
  if (index === undefined || index.size < index.head.total) throw new Error('The list broke off');
  return index;
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const pieces = (rest + part.value).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest.trim() !== '') yield rest;
}

/** Lets what the person does come first. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
