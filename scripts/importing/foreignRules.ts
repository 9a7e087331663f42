import { fault, formatFileFault } from '../../schema/errors/index.ts';
import { AGENCY_CODES, camelCase, groupBy, termsOf, type Rule } from '../../schema/values/index.ts';
import type { DataRule } from '../../subgraphs/_kit/catalogue/dataRules.ts';
import { readRuleRows, RULE_COLUMNS } from '../../subgraphs/_kit/catalogue/rules/readRuleRows.ts';
import { FileReading } from '../../subgraphs/_kit/csv/FileReading.ts';
import { decodeTable } from '../../subgraphs/_kit/importing/decodeTable.ts';
import { misfitOf, type CatalogueOf } from '../../subgraphs/_kit/rules/assertRulesFit.ts';
import { answerOf } from '../answerOf.ts';
import type { Ask } from '../askGateway.ts';

interface Told {
  readonly indicators: readonly {
    readonly code: string;
    readonly units: readonly { readonly code: string }[];
    readonly dimensions: readonly { readonly code: string }[];
  }[];
  readonly parts: readonly { readonly code: string; readonly dimension: { readonly code: string } }[];
}

/**
 * What a file of rules between agencies says of their figures that they do not know: the office cannot tell, as it does
 * not see what others count. What is wrong with the file besides, the office tells. Rejects with GatewayProblem.
 */
export async function findForeignFaults(
  ask: Ask,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<readonly string[]> {
  const { rows } = await decodeTable(file, RULE_COLUMNS);
  const read = readRuleRows(new FileReading(file.name), rows).map(({ row, entry }) => ({
    row,
    rule: (entry as DataRule).rule,
  }));
  const catalogueOf = await fetchWords(ask, agenciesOf(read.map(({ rule }) => rule)));
  return read.flatMap(({ row, rule }) => {
    const reason = misfitOf(rule, catalogueOf);
    if (reason === null) return [];
    const said = fault('RULE_INVALID', { rule: rule.code, reason });
    return [formatFileFault({ file: file.name, row, column: 'rule', fault: said })];
  });
}

/** The agencies that rules name; what is none is left to the office to refuse, and so are its own figures. */
function agenciesOf(rules: readonly Rule[]): readonly string[] {
  const named = new Set(rules.flatMap(termsOf).map(({ agency }) => agency));
  return AGENCY_CODES.filter((agency) => agency !== 'office' && named.has(agency));
}

async function fetchWords(ask: Ask, agencies: readonly string[]): Promise<CatalogueOf> {
  if (agencies.length === 0) return () => 'UNSEEN';
  const fields = agencies.map(
    (agency) =>
      `${camelCase(agency)} { indicators { code units { code } dimensions { code } } parts { code dimension { code } } }`,
  );
  const told = await answerOf<Readonly<Record<string, Told>>>(ask, `{ ${fields.join(' ')} }`);
  const words = new Map(agencies.map((agency) => [agency, wordsOf(told[camelCase(agency)])] as const));
  return (agency) => words.get(agency ?? 'office') ?? 'UNSEEN';
}

function wordsOf(told: Told | undefined): Exclude<ReturnType<CatalogueOf>, 'UNSEEN' | undefined> {
  const { indicators = [], parts = [] } = told ?? {};
  const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
  return {
    indicators: new Map(
      indicators.map(({ code, units, dimensions }) => [
        code,
        { units: codesOf(units), dimensions: codesOf(dimensions) },
      ]),
    ),
    codes: new Map(
      [...groupBy(parts, ({ dimension }) => dimension.code)].map(([dimension, ofDimension]) => [
        dimension,
        new Map(ofDimension.map((part) => [part.code, part])),
      ]),
    ),
  };
}
