import { type Fault, pointerPart } from '../model/fault.ts';
import { longestPhrase } from '../model/mention.ts';
import type { FactType } from '../resource/resource.ts';
import { mostPlaces } from '../store/article.ts';
import { codePoints } from '../text/code-points.ts';
import { checkSize } from './check-size.ts';
import { type Bundle, type Entry, entriesOf } from './schema.ts';

/** What no schema can say of a completed bundle: unique ids, mentions in order, no circles, and the rules of each fact type. */
export function checkFacts(bundle: Bundle, factTypes: readonly FactType[]): Fault[] {
  const faults = [...checkNumber(bundle, factTypes), ...checkSize(bundle.article, '/article')];
  for (const factType of factTypes) {
    const entries = entriesOf(bundle, factType);
    const seen = new Map<string, number>();
    entries.forEach((entry, index) => {
      const pointer = `/${factType.name}/${index}`;
      const first = seen.get(entry.id);
      if (first !== undefined)
        faults.push({
          pointer: `${pointer}/id`,
          detail: `stands at /${factType.name}/${first} too`,
        });
      seen.set(entry.id, index);
      for (const fault of [
        ...checkMentions(entry, factType, bundle.article.text.length),
        ...findRepeated(entry, factType.distinct ?? [], pointer),
        ...(factType.findFaults?.(entry) ?? []),
      ])
        faults.push({ ...fault, pointer: pointer + fault.pointer });
      faults.push(...checkSize(entry, pointer));
    });
    for (const field of factType.chains ?? [])
      for (const fault of findCircles(entries, field))
        faults.push({ ...fault, pointer: `/${factType.name}${fault.pointer}` });
  }
  return faults;
}

function findRepeated(entry: Entry, lists: readonly string[], pointer: string): Fault[] {
  return lists.flatMap((field) => {
    const list = (entry as unknown as Record<string, unknown>)[field];
    if (!Array.isArray(list) || list.length < 2) return [];
    const seen = new Map<string, number>();
    return list.flatMap((item, index) => {
      const first = seen.getOrInsert(JSON.stringify(item), index);
      return first === index
        ? []
        : [{ pointer: `/${field}/${index}`, detail: `stands at ${pointer}/${field}/${first} too` }];
    });
  });
}

/** Each fact, and each mention, has a place among those of the article; behind the facts is the article’s own. */
function checkNumber(bundle: Bundle, factTypes: readonly FactType[]): Fault[] {
  const entries = factTypes.flatMap((factType) => entriesOf(bundle, factType));
  const mentions = entries.reduce((sum, entry) => sum + entry.mentions.length, 0);
  return [
    { what: 'facts', count: entries.length, most: mostPlaces - 1 },
    { what: 'mentions', count: mentions, most: mostPlaces },
  ].flatMap(({ what, count, most }) =>
    count <= most
      ? []
      : [{ pointer: '', detail: `must have at most ${most} ${what}; not ${count}` }],
  );
}

function checkMentions(
  { mentions }: Entry,
  { mentionRoles = ['content'], longestMention = longestPhrase }: FactType,
  textLength: number,
): Fault[] {
  const faults: Fault[] = [];
  const roles = new Set<string>();
  const places = new Map<string, number>();
  mentions.forEach((mention, index) => {
    const { start, end, exact, role, continues } = mention;
    const report = (pointer: string, detail: string) =>
      faults.push({ pointer: `/mentions${pointerPart(index)}${pointer}`, detail });
    const length = codePoints(exact);
    if (length > longestMention)
      report('/exact', `must have at most ${longestMention} code points; not ${length}`);
    if (!mentionRoles.includes(role))
      report('/role', `must be ${mentionRoles.join(' or ')}, as the fact is no quote`);
    if (continues && !roles.has(role))
      report('/continues', `must be false, as no mention of the role ${role} stands before it`);
    roles.add(role);
    // Whose place wasn't found; that is told already.
    if (Number.isNaN(start)) return;
    const isBeyond = textLength > 0 && end > textLength;
    const first = places.getOrInsert(`${start} ${end} ${role}`, index);
    if (end - start !== length)
      report('', `exact has ${length} code points, start to end ${end - start}`);
    else if (first !== index && !isBeyond)
      report('', `stands at mentions/${first} too: the same words in the same place`);
    if (isBeyond) report('/end', `must be at most ${textLength}, where the text ends`);
    if ((mentions[index - 1]?.start ?? 0) > start) report('', 'must follow the order of the text');
  });
  if (!roles.has('content'))
    faults.push({ pointer: '/mentions', detail: 'must have one whose role is content' });
  return faults;
}

/** Entries that are, by way of others, within or a part of themselves: named once a circle. */
function findCircles(entries: readonly Entry[], field: string): Fault[] {
  const next = new Map(
    entries.map((entry) => [entry.id, (entry as unknown as Record<string, unknown>)[field]]),
  );
  const index = new Map(entries.map(({ id }, place) => [id, place]));
  const done = new Set<string>();
  const faults: Fault[] = [];
  for (const { id } of entries) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: unknown = id;
    while (typeof at === 'string' && !done.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = next.get(at);
    }
    if (typeof at === 'string' && onPath.has(at)) {
      const circle = path.slice(path.indexOf(at));
      faults.push({
        pointer: `/${index.get(at)}/${field}`,
        detail: `makes a circle: ${[...circle, at].slice(0, 20).join(' → ')}`,
      });
    }
    for (const passed of path) done.add(passed);
  }
  return faults;
}
