import { camelCase } from '../../schema/values/index.ts';
import type { CatalogueTable } from '../../subgraphs/_kit/importing/template/writeCatalogue.ts';
import { answerOf } from '../answerOf.ts';
import type { Ask } from '../askGateway.ts';
import { kindOf, type CatalogueListName } from './importCatalogue.ts';

/** A list of an agency's catalogue as it is now. Rejects with GatewayProblem. */
export async function fetchCatalogueTable(
  ask: Ask,
  agency: string,
  list: CatalogueListName,
): Promise<CatalogueTable> {
  const field = camelCase(agency);
  const query = `query ($kind: CatalogueKind!) { ${field} { catalogueTable(kind: $kind) { columns rows } } }`;
  const told = await answerOf<Record<string, { catalogueTable: CatalogueTable }>>(ask, query, {
    kind: kindOf(list),
  });
  return told[field]?.catalogueTable ?? { columns: [], rows: [] };
}
