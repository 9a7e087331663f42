import { describe, expect, it } from 'vitest';

import { checkKey } from '../../schema/values/index.ts';
import { judge, readAgencies, readDocuments } from '../../scripts/judgeDocuments.ts';

const agencies = await readAgencies();
const documents = readDocuments();

describe('given all checks of the three documents', () => {
  it.each(documents.map((document) => [document.code, document] as const))(
    'when those of %s are called by their keys, then no two of one agency are called alike',
    (_code, document) => {
      const keys = judge(document, agencies).map((outcome) => `${outcome.agency} ${checkKey(outcome)}`);

      const alike = keys.filter((key, index) => keys.indexOf(key) !== index);

      expect(alike).toEqual([]);
      expect(keys.length).toBeGreaterThan(30);
    },
  );

  it('when a contradiction of a source is called by its key, then rule, place, time and figure are told', () => {
    const outcomes = documents.flatMap((document) => judge(document, agencies));
    const conflicts = outcomes.filter(({ finding }) => finding.verdict === 'CONFLICT');

    expect(conflicts.map(checkKey)).toEqual([
      'total-of-parts:members-disciplined:content|ha-tinh-khoi|2020|members-disciplined||person',
      'growth|ha-tinh|2020|new-cooperatives||cooperative|||SAME_PERIOD_LAST_YEAR|2019|||PERCENT_CHANGE|percent',
    ]);
  });
});
