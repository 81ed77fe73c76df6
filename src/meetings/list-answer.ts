import { cachedJsonText, etagOf } from '#platform/cached-answer.ts';
import { notKept, publicCache } from './answer.ts';
import { currentList, type CurrentList } from './current.ts';

/** Answers with what `make` makes of the list: once, for as long as the list stays the same. */
export function listAnswer(make: (list: CurrentList) => unknown): (request: Request) => Promise<Response> {
  const made = new WeakMap<CurrentList, { text: string; etag: string }>();
  return async (request) => {
    const { list, live } = await currentList();
    const answer = made.get(list) ?? tagged(JSON.stringify(make(list)));
    made.set(list, answer);
    return cachedJsonText(request, answer, live ? publicCache() : notKept);
  };
}

const tagged = (text: string) => ({ text, etag: etagOf(text) });
