/** What is wrong with a JSON document, and where (RFC 6901 JSON pointer; empty: the whole of it). */
export interface Fault {
  pointer: string;
  detail: string;
  /** Of a fault that stands for those that aren't named: how many there are. */
  unnamed?: number;
}

/** From so many on, faults need not be looked for: there are more than that (`Infinity`). */
export const mostCounted = 200_000;

/** So many faults of a document are named. Of the others it is only told how many there are. */
export const mostNamed = 100;

/** Faults as they are found: the first hundred are kept, the others are counted. */
export interface FaultList {
  /** @param make is asked for the fault only where it will be named */
  add(make: () => Fault): void;
  /** So many more, which nobody will name; `Infinity`: more than were counted. */
  addUnnamed(count: number): void;
  all(): Fault[];
}

export function listFaults(): FaultList {
  const named: Fault[] = [];
  let unnamed = 0;
  return {
    add(make) {
      if (named.length < mostNamed) named.push(make());
      else unnamed++;
    },
    addUnnamed(count) {
      unnamed += count;
    },
    all() {
      if (unnamed === 0) return named;
      return [...named, { pointer: '', detail: `has ${inWords(unnamed)} more faults`, unnamed }];
    },
  };
}

/** The first hundred of them, and how many there are beside them. */
export function boundFaults(faults: readonly Fault[]): Fault[] {
  const list = listFaults();
  for (const fault of faults)
    if (fault.unnamed === undefined) list.add(() => fault);
    else list.addUnnamed(fault.unnamed);
  return list.all();
}

/** How many faults there are, where counting may have been given up. */
export function inWords(count: number): string {
  return Number.isFinite(count) ? String(count) : `more than ${mostCounted}`;
}

/** A field's name or an item's index as the last part of a JSON pointer. */
export function pointerPart(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A fault as a line for people; what is wrong with the whole document stands there without a pointer. */
export function describeFault({ pointer, detail }: Fault, document = ''): string {
  const place = [document, shortened(pointer)].filter((part) => part !== '').join(' ');
  return place === '' ? detail : `${place}: ${detail}`;
}

/** A pointer or another text of a document that people can read: it may be as long as the document. */
export function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300).toWellFormed()}…` : text;
}
