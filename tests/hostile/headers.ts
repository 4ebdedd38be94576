import fc from 'fast-check';

/** What Node lets a client send in a header. */
const anyValue = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((it) => String.fromCharCode(it)) })
  .map((it) => it.replaceAll('\u007f', '').trim());

/** ETags of nothing that is stored, in every form, and what is none. */
const foreignTags = fc.oneof(
  fc.stringMatching(/^"[\w-]{1,30}"$/),
  fc.stringMatching(/^W\/"[\w-]{1,30}"$/),
  fc.array(fc.stringMatching(/^"\w{1,8}"$/), { minLength: 2, maxLength: 9 }).map((it) => `${it}`),
  fc.constantFrom('"', '""', 'W/', '"*"', 'undefined', ',', ' , ', `"${'a'.repeat(9000)}"`),
  anyValue.filter((it) => !it.includes('*')),
);

/** Conditions of a write that don't hold, where that is stored which has this ETag. */
export function failingConditions(etag: string): fc.Arbitrary<Record<string, string>> {
  return fc.oneof(
    foreignTags.map((tags) => ({ 'if-match': tags })),
    fc
      .tuple(foreignTags, fc.constantFrom('*', etag, `"a", ${etag}`))
      .map(([tags, own]) => ({ 'if-match': tags, 'if-none-match': own })),
    fc.constantFrom('*', etag, `"a", ${etag},"b"`).map((own) => ({ 'if-none-match': own })),
  );
}

/** Headers with values that they may or may not have; none of them is a reason to refuse reading. */
export const strangeHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(
    'accept',
    'accept-encoding',
    'accept-language',
    'authorization',
    'cache-control',
    'cookie',
    'forwarded',
    'if-match',
    'if-modified-since',
    'if-none-match',
    'if-range',
    'origin',
    'range',
    'te',
    'user-agent',
    'x-forwarded-for',
    'x-http-method-override',
  ),
  fc.oneof(
    anyValue,
    foreignTags,
    fc.constantFrom('*', 'gzip;q=0', 'identity;q=0, *;q=0', 'bytes=0-1', 'en;q=x', 'DELETE'),
  ),
  { minKeys: 1, maxKeys: 4, noNullPrototype: true },
);
