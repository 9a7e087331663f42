import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isTypeDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { printSubgraph } from '../../../../subgraphs/_kit/graph/federate.ts';
import { agency as inspection } from '../../../../subgraphs/inspection/agency.ts';
import { agency as partyBuilding } from '../../../../subgraphs/party-building/agency.ts';

const AGENCIES = [inspection, partyBuilding];

/** The committed SDL without the comment at its head. */
function committedSdl(code: string): string {
  const text = readFileSync(join(import.meta.dirname, '../../../../schema/sdl', `${code}.graphql`), 'utf8');
  return text.replace(/^(#.*\n|\n)+/, '');
}

const typeNames = (sdl: string) =>
  parse(sdl)
    .definitions.filter(isTypeDefinitionNode)
    .map(({ name }) => name.value);

describe('given two agencies built in one process', () => {
  it.each(AGENCIES)('when the SDL of $code is printed, then it is the committed one', ({ code, schema }) => {
    const sdl = printSubgraph(schema);

    expect(sdl).toBe(committedSdl(code));
  });

  it.each([
    ['inspection', inspection, 'PartyBuilding'],
    ['party-building', partyBuilding, 'Inspection'],
  ])('when the types of %s are listed, then none is of the other', (_code, { schema }, prefix) => {
    const foreign = typeNames(printSubgraph(schema)).filter((name) => name.startsWith(prefix));

    expect(foreign).toEqual([]);
  });

  it('when the types of both are compared, then what they share is the vocabulary', () => {
    const [ofOne, ofOther] = AGENCIES.map(({ schema }) => typeNames(printSubgraph(schema)));

    const shared = ofOne?.filter((name) => ofOther?.includes(name));

    expect([...shared!].sort()).toEqual([
      'Acknowledgement',
      'AcknowledgementInput',
      'ActorRole',
      'AuditEntry',
      'Basis',
      'BreakdownCode',
      'BreakdownInput',
      'BreakdownPart',
      'CatalogueKind',
      'CatalogueTable',
      'CatalogueUpdate',
      'Change',
      'ChangeState',
      'CheckFigure',
      'CheckResult',
      'CheckSide',
      'Comparison',
      'ComparisonBase',
      'ComparisonInput',
      'ComparisonMeasure',
      'ComputedComparison',
      'Confidentiality',
      'Correction',
      'CorrectionInput',
      'CorrectionReason',
      'Date',
      'DateTime',
      'Decimal',
      'Dimension',
      'Draft',
      'Facts',
      'FigureRevision',
      'FileFault',
      'FileInput',
      'ImportChanges',
      'ImportResult',
      'ImportedLine',
      'Indicator',
      'IndicatorGroup',
      'InputFault',
      'Interval',
      'Locale',
      'MissingReason',
      'MoveKind',
      'Mutation',
      'NotTestableReason',
      'Observation',
      'ObservationFilter',
      'ObservationInput',
      'ObservationKeyInput',
      'ObservationPage',
      'PageInfo',
      'Period',
      'Qualifier',
      'Query',
      'Release',
      'RemovedFigure',
      'Report',
      'ReportRevision',
      'ReportedComparison',
      'ReportingCalendar',
      'Revision',
      'RevisionState',
      'RuleKind',
      'Series',
      'SeriesBreak',
      'SeriesBreakKind',
      'SeriesPoint',
      'Severity',
      'Source',
      'SourceInput',
      'Stage',
      'Submission',
      'SubmissionResult',
      'SubmissionState',
      'Unit',
      'Verdict',
    ]);
  });

  it('when the fields of both on Report and Query are compared, then each has its own', () => {
    const own = AGENCIES.map(({ schema }) =>
      ['Report', 'Query'].flatMap((name) => {
        const type = schema.getType(name) as unknown as { getFields(): Record<string, unknown> };
        return Object.keys(type.getFields()).filter((field) => !field.startsWith('_'));
      }),
    );

    const key = ['organisation', 'period', 'asOf', 'area'];
    expect(own).toEqual([
      [...key, 'inspection', 'inspection'],
      [...key, 'partyBuilding', 'partyBuilding'],
    ]);
  });
});
