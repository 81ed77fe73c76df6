import * as z from 'zod';

/** What holds for every answer, whatever was sent. */

const problemBody = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
  /** Of what could not be done just now, to be found again in the log. */
  requestId: z.string().optional(),
});

/** How the inside of a program looks when it shows: frames of a stack, paths of sources, words of the database. */
const inside =
  /\n\s+at .+:\d+:\d+|file:\/\/\/|node_modules\/|\/(?:src|netlify|local)\/[\w/-]+\.ts\b|\b(?:TypeError|RangeError|SyntaxError|ZodError|PostgresError)\b|PGRST\d|SQLSTATE|violates \w+|invalid input syntax|unsupported Unicode|relation "|duplicate key/;

/** What is wrong with an answer, or null. `echoed`: texts that may stand in a page only escaped. */
export async function faultOf(answer: Response, echoed: readonly string[] = []): Promise<string | null> {
  const { status, headers } = answer;
  const text = await answer.text();
  // an address or headers too long for the server in front: refused before any of ours runs, with no body at all
  if (status === 431 && text === '') return null;
  if (status >= 500 && !(status === 503 && Number(headers.get('retry-after')) > 0))
    return `a ${status}: ${text.slice(0, 200)}`;
  const shows = inside.exec(text)?.[0];
  // what was sent is shown again, as text
  if (shows !== undefined && !echoed.some((one) => one.includes(shows)))
    return `a ${status} that shows its inside: ${shows}`;
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    const body = problemBody.safeParse(JSON.parse(text));
    if (!body.success) return `a problem that is none: ${body.error.message}`;
    if (body.data.status !== status) return `a problem that says ${body.data.status} in a ${status}`;
  } else if (status >= 400 && !type.startsWith('text/html')) {
    return `a ${status} as ${type || 'nothing'}: neither a problem nor a page`;
  }
  if (type !== '' && headers.get('x-content-type-options') !== 'nosniff')
    return `a ${status} that browsers may take for another kind`;
  if (type.startsWith('text/html')) {
    // between quotes a tag is text
    const outside = text.replace(/="[^"]*"/g, '=""');
    const shown = echoed.find((one) => /<[a-z/!]/i.test(one) && outside.includes(one));
    if (shown !== undefined) return `a page with markup of the sender: ${shown}`;
  }
  return null;
}

const patience = 20_000;

/** The same for what may hang: an answer that never comes is a fault too. */
export async function faultWithin(
  answer: Promise<Response>,
  echoed: readonly string[] = [],
): Promise<{ status: number; fault: string | null }> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), patience);
  try {
    const came = await Promise.race([answer, late.promise]);
    if (came === null) return { status: 0, fault: `no answer in ${patience / 1000} s` };
    return { status: came.status, fault: await faultOf(came, echoed) };
  } finally {
    clearTimeout(timer);
  }
}
