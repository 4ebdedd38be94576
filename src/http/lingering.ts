import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** Of what is refused, so much is still read. */
const mostDrained = 64 * 1024 * 1024;
/** Whoever sends nothing for so long won't go on, or hasn't got anything to read. */
const stalledMs = 1000;

/** Whether a connection that is to be closed still has to take what the client is sending. */
export function isStillSent(request: IncomingMessage): boolean {
  const { complete, readableEnded, destroyed, headers } = request;
  if (complete || readableEnded || destroyed) return false;
  // Who waits to be told to go on sends nothing.
  if (headers.expect !== undefined) return false;
  return Number(headers['content-length'] ?? 0) <= mostDrained;
}

/**
 * The answer, after which its connection is closed, to a request that still comes. If the connection
 * were closed at once, the system would throw away the answer with what nobody has read, and a client
 * that reads only after writing would see an error. So the rest is read and dropped first, for a while;
 * the answer tells its own length, so that nobody has to wait for the end.
 */
export function answerAndDrain(request: IncomingMessage, answer: string): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(answer);
      await drain(request);
    })(),
  );
}

function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const stalled = setTimeout(finish, stalledMs);
    let left = mostDrained;
    const take = ({ length }: Buffer) => {
      left -= length;
      stalled.refresh();
      if (left < 0) finish();
    };
    const endings = ['end', 'close', 'error'] as const;
    for (const ending of endings) request.once(ending, finish);
    request.on('data', take);

    function finish(): void {
      clearTimeout(stalled);
      request.off('data', take);
      for (const ending of endings) request.off(ending, finish);
      resolve();
    }
  });
}
