/** An address with hundreds of ids is longer than proxies take. */
const most = 50;

/** Asks for some ids at a time, one request after another, and puts the answers together. */
export async function each<Answer>(
  found: readonly { id: string }[],
  ask: (ids: string[]) => Promise<Answer[]>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < found.length; from += most) {
    answers.push(...(await ask(found.slice(from, from + most).map(({ id }) => id))));
  }
  return answers;
}
