import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from '../../local/node-server.ts';

/** Somebody else's server, on this machine, for a test to be served badly by. */
export interface FeedServer {
  url: string;
  /** What it answers from now on. */
  answers: (request: IncomingMessage, response: ServerResponse) => void;
  requests: IncomingMessage[];
  close(): Promise<void>;
}

export async function startFeedServer(): Promise<FeedServer> {
  const port = await freePort();
  const feed: FeedServer = {
    url: `http://127.0.0.1:${port}/feed.json?key=secret-key`,
    answers: (_, response) => void response.end('[]'),
    requests: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const server = createServer((request, response) => {
    feed.requests.push(request);
    // whoever hangs up does not bring the server down
    response.on('error', () => {});
    feed.answers(request, response);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return feed;
}
