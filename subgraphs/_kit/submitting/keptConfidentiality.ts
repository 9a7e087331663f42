import { observationKey, type Observation } from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FigureInput, FigureInputs } from './figureInput.ts';
import { readFigureKeys } from './readFigureInputs.ts';

/**
 * Figures that are put in the place of others, each for the same eyes as before where it does not say for whose: a
 * number that is mended must not become public because a word was left out.
 */
export function withKeptConfidentiality(
  sent: FigureInputs,
  standing: readonly Observation[],
  catalogue: Catalogue,
): readonly FigureInput[] {
  const held = new Map(standing.map((one) => [observationKey(one), one.confidentiality]));
  return sent.inputs.map((input) => {
    if (input.confidentiality) return input;
    // What cannot be read is refused elsewhere, with the way to its faults.
    const [identity] = readFigureKeys({ ...sent, inputs: [input] }, catalogue).items;
    const confidentiality = identity && held.get(observationKey(identity));
    return confidentiality ? { ...input, confidentiality } : input;
  });
}
