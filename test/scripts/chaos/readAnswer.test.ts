import { describe, expect, it } from 'vitest';

import { readAnswer } from '../../../scripts/chaos/judging/readAnswer.ts';
import { WHOLE_REPORT, type Question } from '../../../scripts/chaos/questions.ts';

const SECTION: Question = { ...WHOLE_REPORT, kind: 'section', agency: 'inspection' };

interface Change {
  readonly counter?: string;
  readonly other?: string;
  readonly numbers?: readonly [number, number, number];
}

/** A section of inspection: its counter and another figure of one release, and a figure about the province. */
function givenText({ counter = '2', other = '39', numbers = [3, 3, 3] }: Change = {}): string {
  const figure = (code: string, organisation: string, time: string, value: string, number: number) => {
    return { indicator: { code }, organisation, time, value, release: { number } };
  };
  const inspection = {
    observations: [
      figure('members-disciplined', 'ha-tinh-khoi', '2024-Q1', other, numbers[0]),
      figure('state-inspections', 'ha-tinh-khoi', '2018-Q1', counter, numbers[1]),
      figure('state-inspections', 'ha-tinh', '2024-Q1', '7', 1),
    ],
    submissions: [
      { organisation: 'ha-tinh-khoi', period: '2024-Q1', release: { number: numbers[2] } },
      { organisation: 'ha-tinh', period: '2024-Q1', release: { number: 1 } },
    ],
  };
  return JSON.stringify({ data: { report: { asOf: '2024-04-20T12:00:00.000Z', inspection } } });
}

const sectionOf = (change?: Change) => readAnswer(SECTION, givenText(change)).sections.get('inspection')!;

describe('given the text of a section', () => {
  it('when it is read, then it tells its moment, its counter, and the releases of that line', () => {
    const { asOf, gaps, errors } = readAnswer(SECTION, givenText());

    expect({ asOf, gaps, errors }).toEqual({
      asOf: Date.parse('2024-04-20T12:00:00Z'),
      gaps: [],
      errors: [],
    });
    expect(sectionOf()).toMatchObject({ counter: '2', releases: [3] });
  });

  it.each([[[3, 2, 3]], [[2, 3, 3]], [[3, 3, 2]]] as const)(
    'when its line is of the releases %j, then both are told',
    (numbers) => {
      expect([...sectionOf({ numbers }).releases].sort()).toEqual([2, 3]);
    },
  );

  it('when the counter goes on, then the rest is as it was; when another figure is another, it is not', () => {
    const before = sectionOf();
    const next = sectionOf({ counter: '3', numbers: [4, 4, 4] });
    const wrong = sectionOf({ other: '38' });

    expect(next.rest).toBe(before.rest);
    expect(next.whole).not.toBe(before.whole);
    expect(wrong.rest).not.toBe(before.rest);
    expect(wrong.counter).toBe(before.counter);
  });
});

describe('given an answer with gaps', () => {
  it('when sections of a report are null, then their paths are told, and those of the errors', () => {
    const report = { asOf: '2024-04-20T12:00:00.000Z', partyBuilding: null, inspection: null };
    const rest = { massOrganisations: null, socioEconomic: null, officeWork: null };
    const errors = [
      { message: 'm', path: ['report', 'inspection'], extensions: { code: 'AGENCY_BUSY' } },
      { message: 'm' },
    ];

    const read = readAnswer(
      WHOLE_REPORT,
      JSON.stringify({
        data: { report: { ...report, ...rest, reconciliation: [], completeness: null } },
        errors,
      }),
    );

    expect(read.gaps).toEqual([
      'report.officeWork',
      'report.partyBuilding',
      'report.inspection',
      'report.massOrganisations',
      'report.socioEconomic',
      'report.completeness',
    ]);
    expect(read.errors).toEqual([
      { path: 'report.inspection', code: 'AGENCY_BUSY' },
      { path: '', code: 'undefined' },
    ]);
  });

  it('when a section is not there at all, then it is no answer', () => {
    const text = '{"data":{"report":{"asOf":"2024-04-20T12:00:00.000Z"}}}';

    expect(() => readAnswer(SECTION, text)).toThrow('no inspection');
  });

  it('when an entry is null, then its path is told', () => {
    const page: Question = { ...WHOLE_REPORT, kind: 'page', agency: 'mass-organisations' };

    expect(readAnswer(page, '{"data":{"massOrganisations":null}}')).toEqual({
      ...{ asOf: null, own: null, gaps: ['massOrganisations'], errors: [] },
      sections: new Map([['mass-organisations', null]]),
    });
  });
});
