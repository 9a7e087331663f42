import { describe, expect, it } from 'vitest';

import type { Observation, Principal } from '../../../../schema/values/index.ts';
import { OUTSIDERS, READERS, WORKERS } from '../../../support/readers.ts';
import { INTERNAL, publicTotal, RESTRICTED, SECRET_RULES, secretReleases } from '../../../support/secrets.ts';
import { givenAgency } from '../../../support/testAgency.ts';
import { wholeAnswer } from '../../../support/wholeAnswer.ts';

/** The same releases as they would be had nobody ever said what is not public, or not for readers. */
const without = (hidden: readonly Observation['confidentiality'][]) =>
  secretReleases.map((release) => ({
    ...release,
    observations: release.observations
      .filter(({ confidentiality }) => !hidden.includes(confidentiality))
      .map((one) => (one === publicTotal ? { ...one, openDimensions: ['form'] } : one)),
  }));

/** The whole answer of an agency with these releases. */
const answerOf = async (held: typeof secretReleases, principal: Principal | null): Promise<string> =>
  wholeAnswer(await givenAgency(held, undefined, SECRET_RULES), principal);
const heldIn = (answer: string): string[] =>
  [...RESTRICTED, ...INTERNAL].filter((value) => answer.includes(value));

describe('given an agency that holds figures of all confidentialities', () => {
  it.each(OUTSIDERS)(
    'when %s asks for all there is, then it is as if only the public ones had been said',
    async (_who, principal) => {
      const answer = await answerOf(secretReleases, principal);

      expect(answer).toBe(await answerOf(without(['INTERNAL', 'RESTRICTED']), principal));
      expect(heldIn(answer)).toEqual([]);
      expect(answer).toContain('73149');
    },
  );

  it.each(READERS)(
    'when %s asks for all there is, then it is as if the restricted ones had never been said',
    async (_who, principal) => {
      const answer = await answerOf(secretReleases, principal);

      expect(answer).toBe(await answerOf(without(['RESTRICTED']), principal));
      expect(heldIn(answer)).toEqual(INTERNAL);
    },
  );

  it.each(WORKERS)('when %s asks for all there is, then every figure is there', async (_who, principal) => {
    expect(heldIn(await answerOf(secretReleases, principal))).toEqual([...RESTRICTED, ...INTERNAL]);
  });

  it('when people of all rights ask one after the other, then nobody sees what another was shown', async () => {
    const agency = await givenAgency(secretReleases, undefined, SECRET_RULES);
    const [[, worker]] = WORKERS as [[string, Principal]];

    const answers = await Promise.all([worker, null, worker, null].map((who) => wholeAnswer(agency, who)));

    expect(answers.map((answer) => answer.includes('73140'))).toEqual([true, false, true, false]);
    expect(answers[1]).toBe(answers[3]);
  });
});
