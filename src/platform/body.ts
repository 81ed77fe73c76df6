/**
 * The body of a request, or null past the limit: nothing is read of what says that it is longer, and no more of what
 * does not say.
 */
export async function readUpTo(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > limit) return null;
  if (length !== null) {
    // HTTP reads no further than the length that was said, and this is several times faster than a stream
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.byteLength <= limit ? bytes : null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The same as text. */
export async function textUpTo(request: Request, limit: number): Promise<string | null> {
  const bytes = await readUpTo(request, limit);
  return bytes && new TextDecoder().decode(bytes);
}
