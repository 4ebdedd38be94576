import { connect } from 'node:net';
import fc from 'fast-check';

const line = fc.string({ unit: 'binary', maxLength: 60 }).map((it) => it.replaceAll(/[\r\n]/g, ''));
const head = 'GET /v1/quotes HTTP/1.1\r\nHost: a\r\n';
const put = 'PUT /v1/articles/a/bundle HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer test-key\r\n';

/** What is no request, as bytes; each ends, so that it is answered without waiting. */
export const malformations: fc.Arbitrary<string>[] = [
  line.filter((it) => !/^[A-Z]/.test(it)).map((it) => `\u0001${it}\r\n\r\n`),
  fc
    .constantFrom(
      'HELO a',
      'get / http/1.1',
      'GET',
      'GET  / HTTP/1.1',
      'GET / HTTP/1.1x',
      'GET / HTTP/9.9',
      '\u0016\u0003\u0001',
    )
    .map((it) => `${it}\r\n\r\n`),
  fc
    .constantFrom('a b', '/v1/quotes /v1', '//', 'quotes', '?', '*')
    .map((it) => `GET ${it} HTTP/1.1\r\n\r\n`),
  fc
    .constantFrom(
      'Host: b',
      'Host : a',
      'No colon',
      ' folded',
      'X: a\u0000b',
      'X\u0001: a',
      'Content-Length: -1',
      'Content-Length: 1\r\nContent-Length: 2',
      'Transfer-Encoding: chunked\r\nContent-Length: 3',
      'Transfer-Encoding: nonsense',
    )
    .map((it) => `${head}${it}\r\n\r\n`),
  fc
    .integer({ min: 17_000, max: 40_000 })
    .map((length) => `${head}X: ${'a'.repeat(length)}\r\n\r\n`),
  fc
    .integer({ min: 17_000, max: 30_000 })
    .map((length) => `GET /v1/quotes?q=${'a'.repeat(length)} HTTP/1.1\r\nHost: a\r\n\r\n`),
  fc
    .constantFrom('zz\r\n\r\n', 'ffffffffffffffff1\r\n', '-1\r\n', '1;\u0000\r\na\r\n')
    .map(
      (it) =>
        `${put}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${it}\r\n0\r\n\r\n`,
    ),
  fc
    .constantFrom('{', '', '[', '{"a":1}', 'null', '"', '{"article":{"id":"a","id":"b"}}')
    .map(
      (body) =>
        `${put}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  fc
    .constantFrom(
      'text/plain',
      'application/xml',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=a',
    )
    .map((type) => `${put}Content-Type: ${type}\r\nContent-Length: 2\r\n\r\n{}`),
  fc
    .constantFrom('gzip', 'br', 'deflate, gzip')
    .map(
      (coding) =>
        `${put}Content-Type: application/json\r\nContent-Encoding: ${coding}\r\nContent-Length: 2\r\n\r\n{}`,
    ),
];

/** What the server says to these bytes, until it closes the connection or the answer is whole. */
export function say(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.setEncoding('utf8').on('data', (data) => {
      answer += data;
      if (/\}$/.test(answer)) socket.destroy();
    });
    socket
      .on('close', () => resolve(answer))
      .on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
  });
}
