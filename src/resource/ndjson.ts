import type { Format } from './format.ts';

/** A line an item, exactly as lists have it. */
export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  contentType: 'application/x-ndjson; charset=utf-8',
  isCompressed: false,
  each: 'a line of JSON each',
  async *write(_sheet, batches) {
    for await (const documents of batches)
      yield documents.map((document) => `${document}\n`).join('');
  },
};
