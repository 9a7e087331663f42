import { catalogued, fault } from '../../../../schema/errors/index.ts';
import {
  allowedMoves,
  instantMilliseconds,
  instantOf,
  type Acknowledgement,
  type Correction,
} from '../../../../schema/values/index.ts';
import { judgeRelease } from '../../rules/checkSection.ts';
import { correctFigures } from '../../submitting/correctFigures.ts';
import { draftRelease, standingFigures } from '../../submitting/draftRelease.ts';
import { assertExplained } from '../../submitting/explainedChecks.ts';
import type { FigureInput, FigureInputs, FigureKeyInput } from '../../submitting/figureInput.ts';
import { withKeptConfidentiality } from '../../submitting/keptConfidentiality.ts';
import { inputFault, RefusedInput, type InputFault } from '../../submitting/inputFault.ts';
import type { Prepare } from '../../submitting/makeMove.ts';
import { readFigureInputs, readFigureKeys } from '../../submitting/readFigureInputs.ts';
import type { AgencyContext } from '../context.ts';

type Line = Pick<FigureInputs, 'organisation' | 'period'>;

/** A draft of nothing but the figures that were sent. @throws RefusedInput with all that is wrong with them. */
export function prepareDraft(line: Line, inputs: readonly FigureInput[], context: AgencyContext): Prepare {
  return async ({ submission, moves }) => {
    const { catalogue } = await context.presenters.latest();
    const standing = [...standingFigures(submission, moves), ...(submission.draft?.observations ?? [])];
    const { items, faults } = readFigureInputs(
      { ...line, argument: 'observations', inputs },
      catalogue,
      standing,
    );
    if (inputs.length === 0) refuse([inputFault(['observations'], fault('FIGURES_REQUIRED', {}))]);
    refuse(faults);
    return { kind: 'SAVE', observations: items, correction: null };
  };
}

/** A draft of the release that stands, with changes. @throws RefusedInput with all that is wrong with them. */
export function prepareCorrection(
  line: Line,
  changes: { readonly put: readonly FigureInput[]; readonly remove: readonly FigureKeyInput[] },
  correction: Correction,
  { presenters }: AgencyContext,
): Prepare {
  return async ({ submission, moves }) => {
    const { state, lastNumber } = submission;
    if (lastNumber === 0) {
      throw catalogued('MOVE_NOT_ALLOWED', { move: 'CORRECT', state, allowed: allowedMoves(submission) });
    }
    const { catalogue } = await presenters.latest();
    const standing = standingFigures(submission, moves);
    const sent = { ...line, argument: 'put', inputs: changes.put };
    const inputs = withKeptConfidentiality(sent, standing, catalogue);
    const put = readFigureInputs({ ...sent, inputs }, catalogue, standing);
    const remove = readFigureKeys({ ...line, argument: 'remove', inputs: changes.remove }, catalogue);
    refuse([...put.faults, ...remove.faults]);
    const { figures, faults } = correctFigures(standing, { put: put.items, remove: remove.items });
    refuse(faults);
    return { kind: 'SAVE', observations: figures, correction };
  };
}

/** A submission of which every conflict is explained. @throws CHECK_UNKNOWN, CHECKS_NOT_EXPLAINED */
export function prepareSubmission(
  line: Line,
  acknowledgements: readonly Acknowledgement[],
  context: AgencyContext,
): Prepare {
  return async ({ submission, at }) => {
    const { agency, presenters } = context;
    // All that was moved before: at the moment itself, readers wait until the move is made.
    const before = instantOf(instantMilliseconds(at) - 1);
    const release = draftRelease({ agency, ...line }, submission, before);
    const outcomes = release ? await judgeRelease(release, before, context) : [];
    const { catalogue } = await presenters.at(before);
    assertExplained(outcomes, acknowledgements, () => catalogue);
    return { kind: 'SUBMIT', acknowledgements };
  };
}

function refuse(faults: readonly InputFault[]): void {
  if (faults.length > 0) throw new RefusedInput(faults);
}
