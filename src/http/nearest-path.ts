import { findNearest } from '../model/unknown-name.ts';

/** What other APIs call what is here. */
const otherNames: Readonly<Record<string, string>> = {
  people: 'actors',
  persons: 'actors',
  speakers: 'actors',
  organizations: 'actors',
  locations: 'places',
  stats: 'statistics',
  figures: 'statistics',
  swagger: 'docs',
  'api-docs': 'docs',
};

/** Longer paths are no slip of a path that there is. */
const most = { segments: 6, letters: 100 };

/**
 * The path that was meant by one that there isn't: without the version, with a slash at its end, in the
 * singular, or a slip away. Null where none is near.
 * @param paths as routes have them: `/v1/actors/:actor`
 */
export function findNearestPath(paths: readonly string[], path: string): string | null {
  const written = path.split('/').filter((it) => it !== '');
  if (written.length > most.segments || written.some((it) => it.length > most.letters)) return null;
  const [first = ''] = written;
  const plain = first === 'api' ? written.slice(1) : written;
  const ways = [
    plain,
    ['v1', ...plain],
    ['v1', 'exports', ...plain],
    [...plain.slice(0, 1), 'exports', ...plain.slice(1)],
  ];
  const known = paths.filter((it) => !it.includes('*')).map((it) => it.split('/').slice(1));
  for (const isNear of [isSame, isSlip])
    for (const way of ways)
      for (const route of known) {
        const meant = follow(route, way, isNear);
        if (meant !== null) return `/${meant.join('/')}`;
      }
  return null;
}

/** The route with what was written in place of its parameters; null where it leads elsewhere. */
function follow(
  route: readonly string[],
  written: readonly string[],
  isNear: (segment: string, written: string) => boolean,
): string[] | null {
  if (route.length !== written.length) return null;
  const meant: string[] = [];
  for (const [index, segment] of route.entries()) {
    const one = written[index] ?? '';
    if (!segment.startsWith(':') && !isNear(segment, one)) return null;
    meant.push(segment.startsWith(':') ? one : segment);
  }
  return meant;
}

function isSame(segment: string, written: string): boolean {
  const name = written.toLowerCase();
  return (otherNames[name] ?? name) === segment;
}

function isSlip(segment: string, written: string): boolean {
  return isSame(segment, written) || findNearest([segment], written) !== null;
}
