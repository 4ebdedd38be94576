import { toActorCounts } from '../resource/components.ts';
import type { FactType } from '../resource/resource.ts';
import { termsOfItem } from '../resource/searchable.ts';
import { columnsOf } from '../resource/stated-columns.ts';
import { serveStatements } from '../resource/statements.ts';
import type { SharedTable } from '../store/write/shared.ts';

/** The shared tables, and how what is served of them is made of what articles state. */
export function sharedTables(factTypes: readonly FactType[]): SharedTable[] {
  return factTypes.flatMap((factType) => {
    const { name, singular, sharing, chains = [], columns } = factType;
    if (sharing === undefined) return [];
    const { fields, agreed, counted } = sharing;
    return {
      table: name,
      factType: singular,
      agreed,
      chains,
      columns: Object.keys(columns),
      serve(id, statements) {
        const told = serveStatements(fields, id, statements);
        const counts = Object.fromEntries(statements.map(([field, , , count]) => [field, count]));
        const served = counted ? { ...told, counts: toActorCounts(factTypes, counts) } : told;
        const phrases = statements.flatMap(([field, key]) => (field === 'phrase' ? [key] : []));
        return {
          document: JSON.stringify(served),
          columns: columnsOf(factType, served),
          links: factType.links(served),
          // Its articles may be in several languages.
          terms: termsOfItem(factType, served, phrases, null),
        };
      },
    };
  });
}
