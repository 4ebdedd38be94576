/** A reference from a fact to another, as what. */
export interface Link {
  relation: string;
  targetType: string;
  target: string;
  role?: string;
}

interface FactToStore {
  table: string;
  factType: string;
  id: string;
  document: string;
  links: readonly Link[];
}

/** An article's record of something shared by all articles. */
export interface RecordToStore extends FactToStore {
  /** What it is known by among the records of the same fact: equal records have equal forms. */
  form: string;
  /** The words of the article that mention it. */
  phrases: readonly string[];
  wikidata: string | null;
  kind: string;
}

/** One article with everything it states, ready to be stored. */
export interface ArticleToStore {
  id: string;
  /** Of the bundle. */
  digest: string;
  /** What it was loaded from. */
  bundle: Uint8Array;
  document: string;
  facts: readonly (FactToStore & { terms: string })[];
  records: readonly RecordToStore[];
  mentions: readonly { id: string; document: string }[];
}

export function byTable<Fact extends FactToStore>(facts: readonly Fact[]): Map<string, Fact[]> {
  const tables = new Map<string, Fact[]>();
  for (const fact of facts) {
    const rows = tables.get(fact.table) ?? [];
    rows.push(fact);
    tables.set(fact.table, rows);
  }
  return tables;
}
