import { describe, expect, it } from 'vitest';

import type { FigureInput } from '../../../../subgraphs/_kit/submitting/figureInput.ts';
import { readFigureInputs, readFigureKeys } from '../../../../subgraphs/_kit/submitting/readFigureInputs.ts';
import { givenCatalogue, Q1 } from '../../../support/given.ts';
import { givenComparisonInput, givenInput, givenKeyInput } from '../../../support/inputs.ts';

const catalogue = givenCatalogue();

function read(...inputs: readonly FigureInput[]) {
  return readFrom('ha-tinh-khoi', ...inputs);
}

function readFrom(organisation: string, ...inputs: readonly FigureInput[]) {
  return readFigureInputs({ argument: 'observations', organisation, period: Q1, inputs }, catalogue);
}

/** Ways and codes of faults. */
const told = ({ faults }: ReturnType<typeof read>): string[] =>
  faults.map(({ path, code }) => `${path.join('.')} ${code}`);

describe('given several faults', () => {
  it('when figures are read, then all are told in their order, each once, with what may be meant', () => {
    const { faults } = read(
      givenInput({
        indicator: 'members-disciplind',
        value: '1,5',
        sources: [{ document: 'a' }, { document: 'b' }],
        comparisons: [givenComparisonInput({ unit: 'percnt' })],
      }),
      givenInput(),
      givenInput({ time: 'quý I' }),
    );

    expect(faults.map(({ path, code, message }) => [path.join('.'), code, message])).toEqual([
      [
        'observations.0.indicator',
        'CODE_UNKNOWN',
        'Indicator "members-disciplind" is not known. Did you mean "members-disciplined"? Use a code of the agency\'s catalogue.',
      ],
      [
        'observations.0.value',
        'DECIMAL_INVALID',
        'Number "1,5" is not valid: expected a plain number such as 1853.40, with a point and no grouping.',
      ],
      [
        'observations.0.comparisons.0.unit',
        'CODE_UNKNOWN',
        'Unit "percnt" is not known. Did you mean "percent"? Use a code of the agency\'s catalogue.',
      ],
      [
        'observations.2.time',
        'PERIOD_INVALID',
        expect.stringContaining('Period "quý I" is not valid') as string,
      ],
    ]);
  });

  it('when the organisation is no code, then it is told once', () => {
    expect(told(readFrom('Hà Tĩnh', givenInput(), givenInput({ indicator: 'gifts', unit: 'gift' })))).toEqual(
      ['organisation CELL_INVALID'],
    );
  });

  it('when two figures contradict each other, then the first and the fields are named', () => {
    const { faults } = read(
      givenInput(),
      givenInput({ value: '3', unitMultiplier: 1, sources: [{ document: 'b' }] }),
    );

    expect(faults).toEqual([
      {
        path: ['observations', '1', 'sources', '0'],
        code: 'FIGURE_CONTRADICTED',
        message:
          'The same figure stands at "observations.0.sources.0" with other content (value, unitMultiplier). Tell them apart by time, breakdown or unit, or correct one.',
      },
    ]);
  });

  it.each([
    ['note', { note: 'x'.repeat(2001) }],
    ['seriesBreak', { seriesBreak: 'x'.repeat(2001) }],
    ['sources.0.document', { sources: [{ document: 'x'.repeat(201) }] }],
    ['sources.0.section', { sources: [{ document: 'a', section: 'x'.repeat(201) }] }],
  ])('when %s is longer than it may be, then that is told', (path, change) => {
    expect(told(read(givenInput(change)))).toEqual([`observations.0.${path} CELL_INVALID`]);
  });

  it('when texts are just as long as they may be, then they are taken', () => {
    const note = 'x'.repeat(2000);
    const sources = [{ document: 'd'.repeat(200), section: 's'.repeat(200) }];

    expect(told(read(givenInput({ note, seriesBreak: note, sources })))).toEqual([]);
  });

  it('when a code is a million letters long, then it is refused like any other', () => {
    expect(told(read(givenInput({ indicator: 'x'.repeat(1_000_000) })))).toEqual([
      'observations.0.indicator CODE_UNKNOWN',
    ]);
  });

  it('when there are more figures than a release holds, then that is told', () => {
    const days = Array.from({ length: 10_001 }, (_, day) =>
      new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10),
    );

    const result = read(...days.map((time) => givenInput({ time })));

    expect(told(result)).toEqual(['observations RELEASE_TOO_LARGE']);
  });
});

describe('given keys of figures', () => {
  const readKeys = (...inputs: Parameters<typeof givenKeyInput>[0][]) =>
    readFigureKeys(
      {
        argument: 'remove',
        organisation: 'ha-tinh-khoi',
        period: Q1,
        inputs: inputs.map((one) => givenKeyInput(one)),
      },
      catalogue,
    );

  it('when they are read, then they are identities, a plan by who set it', () => {
    const { items, faults } = readKeys(
      { breakdown: [{ dimension: 'form', code: 'warning' }] },
      { setBy: 'tỉnh' },
    );

    expect(faults).toEqual([]);
    expect(items).toMatchObject([{ breakdown: { form: 'warning' }, setBy: null }, { setBy: 'tỉnh' }]);
  });

  it('when they are faulty, then their fields are named', () => {
    const { faults } = readKeys(
      {},
      { unit: 'persons', time: '' },
      {},
      { breakdown: [{ dimension: 'a=b', code: 'c' }] },
    );

    expect(faults.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'remove.1.unit CODE_UNKNOWN',
      'remove.1.time CELL_REQUIRED',
      'remove.2 FIGURE_REPEATED',
      'remove.3.breakdown.0.dimension CELL_INVALID',
      'remove.3.breakdown CELL_INVALID',
    ]);
  });
});
