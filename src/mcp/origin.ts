import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { foreignOrigin } from '../http/problems.ts';

/**
 * Refuses what a page of another site may have sent (DNS rebinding): a browser tells the page’s origin,
 * which has to be this machine or the public address. On a connection to this machine itself the host
 * that was asked for is checked too, as no site has an address or a bare name for its own.
 * @throws ProblemError
 */
export function checkOrigin({ headers, socket }: IncomingMessage, publicUrl: string | null): void {
  const own = publicUrl === null ? null : new URL(publicUrl).hostname;
  const { origin, host } = headers;
  if (origin !== undefined) {
    const name = URL.parse(origin)?.hostname;
    if (name === undefined || !(name === own || isOfThisMachine(name)))
      throw foreignOrigin('Origin', origin);
  }
  if (host === undefined || !isLoopback(socket.localAddress ?? '')) return;
  const name = URL.parse(`http://${host}`)?.hostname;
  if (name === undefined || !(name === own || isUnregistered(name)))
    throw foreignOrigin('Host', host);
}

function isOfThisMachine(name: string): boolean {
  return name === 'localhost' || isLoopback(name.replace(/^\[|\]$/g, ''));
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** Whether nobody can have registered that name: an address, or a name of the own network. */
function isUnregistered(name: string): boolean {
  return name.startsWith('[') || isIP(name) !== 0 || !name.includes('.');
}
