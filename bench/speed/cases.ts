import type { Material } from './material.ts';

/** A kind of answer that is measured. */
export interface Case {
  name: string;
  title: string;
  /** Different URLs that all ask for such an answer. */
  toPaths(material: Material): string[];
  /** Asked for by somebody who has the answer already, and kept is all that it can be. */
  isNotModified?: true;
}

/** Around 20, so that the same cursor or filter gives many different pages. */
const limits = Array.from({ length: 21 }, (_, index) => 10 + index);
const kinds = ['direct', 'indirect'];
const firstDay = Date.UTC(2000, 0, 1);
/** Each leaves out other facts; half of those with a date lie before 2014. */
const days = Array.from({ length: 7_300 }, (_, index) =>
  new Date(firstDay + index * 86_400_000).toISOString().slice(0, 10),
);

export const cases: readonly Case[] = [
  { name: 'page', title: 'page of 20', toPaths: ({ cursors }) => toPages(cursors) },
  {
    name: 'filtered',
    title: 'page of 20, two filters (speaker, kind)',
    toPaths: ({ speakers }) =>
      speakers.flatMap((speaker) =>
        kinds.flatMap((kind) =>
          limits.map((limit) => `/v1/quotes?speaker=${speaker}&kind=${kind}&limit=${limit}`),
        ),
      ),
  },
  { name: 'single', title: 'single', toPaths: ({ facts }) => facts },
  {
    name: 'not-modified',
    title: '304',
    toPaths: ({ cursors }) => toPages(cursors),
    isNotModified: true,
  },
  {
    name: 'deep',
    title: 'page of 20, deep cursor',
    toPaths: ({ cursors }) => toPages(cursors.slice(Math.floor(cursors.length * 0.9))),
  },
  {
    name: 'rare',
    title: 'rare word',
    toPaths: ({ rareWords }) => rareWords.map((word) => `/v1/search?q=${word}`),
  },
  {
    name: 'common',
    title: 'common word',
    toPaths: ({ commonWords }) =>
      commonWords.flatMap((word) => limits.map((limit) => `/v1/search?q=${word}&limit=${limit}`)),
  },
  {
    name: 'facets',
    title: 'facets (kind, language)',
    toPaths: () => days.map((day) => `/v1/quotes?facets=kind,language&from=${day}&limit=1`),
  },
  {
    name: 'count',
    title: 'exact count',
    toPaths: () => days.map((day) => `/v1/quotes?count=exact&from=${day}&limit=1`),
  },
  {
    name: 'timeline',
    title: 'timeline by year',
    toPaths: () => days.map((day) => `/v1/timeline?type=event&interval=year&from=${day}`),
  },
];

function toPages(cursors: readonly string[]): string[] {
  return cursors.flatMap((cursor) =>
    limits.map((limit) => `/v1/quotes?limit=${limit}&cursor=${cursor}`),
  );
}
