import { describe, expect, it } from 'vitest';

import { dataOf } from '../../../support/answers.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { givenAgency } from '../../../support/testAgency.ts';
import { insertRelease } from '../../../support/stores.ts';

const FIELDS = [
  ['observations', 'observations(asOf: $asOf) { nodes { value } }'],
  [
    'series',
    'series(indicator: "members-disciplined", organisation: "ha-tinh-khoi", asOf: $asOf) { points { time } }',
  ],
  ['releases', 'releases(asOf: $asOf) { number }'],
] as const;

describe('given an agency that has been asked for a moment', () => {
  it.each(FIELDS)(
    'when its clock steps back and it publishes, then %s gives the same answer for that moment',
    async (_, field) => {
      const agency = await givenAgency([givenRelease()]);
      const question = `query ($asOf: DateTime) { invented { ${field} } }`;
      const asOf = new Date(agency.now).toISOString();
      const before = dataOf(await agency.ask(question, { asOf }));

      agency.now -= 10_000;
      const { clock, store } = agency.reading;
      await clock.publish(null, (publishedAt) =>
        insertRelease(store, {
          ...givenRelease({ period: '2024-Q2', observations: [givenObservation({ time: '2024-Q2' })] }),
          agency: 'invented',
          publishedAt,
        }),
      );
      agency.now += 20_000;

      expect(dataOf(await agency.ask(question, { asOf }))).toEqual(before);
      expect(dataOf(await agency.ask(question))).not.toEqual(before);
    },
  );

  it('when two lines are published at one reading of the clock, then one of them is the newer', async () => {
    const { reading } = await givenAgency();

    const stamps = [
      await reading.clock.publish(null, (stamp) => Promise.resolve(stamp)),
      await reading.clock.publish(null, (stamp) => Promise.resolve(stamp)),
    ];

    expect(stamps[1]! > stamps[0]!).toBe(true);
  });
});
