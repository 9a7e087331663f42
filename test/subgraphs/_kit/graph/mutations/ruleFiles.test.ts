import { describe, expect, it } from 'vitest';

import { rule } from '../../../../../schema/values/index.ts';
import { createUpdating, INDICATORS_HEADER, indicatorRow } from '../../../../support/catalogueFiles.ts';
import { dataOf } from '../../../../support/answers.ts';
import { givenInput } from '../../../../support/inputs.ts';
import { createMoving } from '../../../../support/mutations.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

const RULES = 'rule,figure,parts,whole,dimension,severity,words_vi,words_en,retired';
const AT_MOST = [
  RULES,
  'part-of-whole,huts,,houses,,WARNING,Chòi không nhiều hơn nhà,No more huts than houses,',
];
const HOUSES = [INDICATORS_HEADER, indicatorRow('houses'), indicatorRow('huts')];
const FIGURES = [
  givenInput({ indicator: 'houses', unit: 'gift', value: '3' }),
  givenInput({ indicator: 'huts', unit: 'gift', value: '4' }),
];
const SECTION = `query ($asOf: DateTime!) {
  _entities(representations: [
    { __typename: "Report", organisation: "ha-tinh-khoi", period: "2024-Q1", asOf: $asOf, area: "ha-tinh" }
  ]) { ... on Report { invented { checks { rule severity verdict text: expression(locale: EN) } } } }
}`;

/** An agency that has published more huts than houses, which a file has told it of. */
async function givenHouses() {
  const running = await givenAgency();
  const updating = createUpdating(running);
  await updating.update('INDICATORS', HOUSES);
  running.now += 2000;
  return { running, ...updating, moving: createMoving(running) };
}

describe('given figures that a rule of a file contradicts', () => {
  it('when the rule is put in, then drafts are judged by it at once, and sections from then on', async () => {
    const { running, update, moving } = await givenHouses();
    await moving.publish(FIGURES);
    running.now += 2000;
    const before = '2024-04-20T12:00:04.000Z';
    const checksAt = async (asOf: string) => JSON.stringify(dataOf(await running.ask(SECTION, { asOf })));
    const told = await checksAt(before);

    const made = await update('RULES', AT_MOST);
    running.now += 2000;
    const saved = await moving.make('correct', { put: [{ ...FIGURES[1], value: '5' }] });

    expect([made.added, made.faults]).toEqual([['part-of-whole:huts:houses'], []]);
    expect(saved.checks?.map(({ verdict }) => verdict)).toEqual(['CONFLICT']);
    expect(told).toContain('"checks":[]');
    expect(await checksAt(before)).toBe(told);
    expect(await checksAt('2024-04-20T12:00:06.000Z')).toContain('"verdict":"CONFLICT"');
  });

  it('when figures are submitted without a word on the conflict, then they are refused', async () => {
    const { update, moving } = await givenHouses();
    await update('RULES', AT_MOST);
    await moving.make('save', { observations: FIGURES });

    expect(await moving.outcome('submit')).toBe('CHECKS_NOT_EXPLAINED');
  });

  it('when the rule is retired, then it judges no more', async () => {
    const { running, update, moving } = await givenHouses();
    await update('RULES', AT_MOST);
    const { changed } = await update('RULES', [AT_MOST[0]!, `${AT_MOST[1]!}yes`]);
    running.now += 2000;

    const saved = await moving.make('save', { observations: FIGURES });

    expect([changed, saved.checks]).toEqual([['part-of-whole:huts:houses'], []]);
  });
});

describe('given an agency whose code declares rules', () => {
  const CODED = [
    rule.totalOfParts('members-disciplined', 'form'),
    rule.notBelowZero(['industrial-production']),
  ];
  const given = async () => createUpdating(await givenAgency([], undefined, CODED));

  it.each([
    ['names an indicator that is not there', 'part-of-whole,homes,,gifts,,,,,', '2 rule RULE_INVALID'],
    ['is declared there already', 'total-of-parts,members-disciplined,,,form,,,,', '2 rule RULE_INVALID'],
    ['adds figures of different units', 'sum-across,gifts,budget-revenue,,,,,,', '2 rule RULE_INVALID'],
  ])('when a rule %s, then it is refused', async (_what, row, expected) => {
    expect(await (await given()).faults('RULES', [RULES, row])).toEqual([expected]);
  });

  it('when a rule stands twice in a file, then the second is refused', async () => {
    const { faults } = await given();

    const row = 'part-of-whole,gifts,,gifts,,,,,';

    expect(await faults('RULES', [RULES, row, row])).toEqual(['3 rule CELL_INVALID']);
  });

  it('when an indicator loses a dimension that a rule speaks of, then the file is refused', async () => {
    const { faults } = await given();
    const row = indicatorRow('members-disciplined', {
      in: 'discipline',
      units: 'person',
      dimensions: 'level',
    });

    expect(await faults('INDICATORS', [INDICATORS_HEADER, row])).toEqual(['2 dimensions CATALOGUE_IN_USE']);
  });

  it('when a file names a further indicator that may be below zero, then both may', async () => {
    const running = await givenAgency([], undefined, CODED);
    await createUpdating(running).update('RULES', [RULES, 'not-below-zero,,gifts,,,,,,']);

    const { rules } = await running.reading.presenters.latest();

    expect(rules).toEqual([CODED[0], rule.notBelowZero(['industrial-production', 'gifts'])]);
  });
});
