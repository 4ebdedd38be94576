import fc from 'fast-check';

/** Cursors that nobody was given, made of one that somebody was. */
export function forgedCursors(cursor: string): fc.Arbitrary<string> {
  const opened = Buffer.from(cursor, 'base64url').toString();
  const [seal, content] = [opened.slice(0, 8), opened.slice(8)];
  const seals = (text: string) => Buffer.from(text).toString('base64url');
  const parts = JSON.parse(content) as unknown[];
  const values = fc.constantFrom<unknown>(null, 0, -1, 1e300, 'a', '', true, [], {}, '\u0000');
  return fc
    .oneof(
      fc.integer({ min: 1, max: cursor.length - 1 }).map((length) => cursor.slice(0, length)),
      fc
        .nat(cursor.length - 1)
        .map(
          (at) => `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`,
        ),
      fc
        .string({ unit: 'binary', minLength: 1, maxLength: 30 })
        .filter((it) => it.isWellFormed() && !it.includes('\0')),
      fc.string({ minLength: 8, maxLength: 80 }).map(seals),
      fc
        .tuple(fc.nat(parts.length - 1), values)
        .map(([at, value]) => seals(seal + JSON.stringify(parts.with(at, value)))),
      fc.constantFrom(
        `${cursor}=`,
        `${cursor}A`,
        ` ${cursor}`,
        'a'.repeat(4097),
        seals(`${seal}[]`),
        seals(`${seal}${'['.repeat(1000)}`),
      ),
    )
    .filter((it) => it !== cursor);
}
