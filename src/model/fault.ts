/** What is wrong with a JSON document, and where (RFC 6901 JSON pointer; empty: the whole of it). */
export interface Fault {
  pointer: string;
  detail: string;
}

/** A field's name or an item's index as the last part of a JSON pointer. */
export function pointerPart(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A fault as a line for people; what is wrong with the whole document stands there without a pointer. */
export function describeFault({ pointer, detail }: Fault, document = ''): string {
  const place = [document, pointer].filter((part) => part !== '').join(' ');
  return place === '' ? detail : `${place}: ${detail}`;
}
