import type { Plain } from './given.ts';
import type {
  ComparisonInput,
  FigureInput,
  FigureKeyInput,
} from '../../subgraphs/_kit/submitting/figureInput.ts';

/** Two members disciplined in the first quarter of 2024, as a client sends them. */
export function givenInput(change: Plain<FigureInput> = {}): FigureInput {
  return {
    indicator: 'members-disciplined',
    time: '2024-Q1',
    unit: 'person',
    value: '2',
    stage: 'FINAL',
    sources: [{ document: 'bao-cao', section: 'A.I.3' }],
    ...change,
  };
}

/** Up by 5.23 % on the same period of last year, as a client sends it. */
export function givenComparisonInput(change: Plain<ComparisonInput> = {}): ComparisonInput {
  return {
    against: 'SAME_PERIOD_LAST_YEAR',
    measure: 'PERCENT_CHANGE',
    value: '5.23',
    unit: 'percent',
    sources: [{ document: 'bao-cao', section: 'A.I.3' }],
    ...change,
  };
}

/** The key of the figure that {@link givenInput} gives. */
export function givenKeyInput(change: Plain<FigureKeyInput> = {}): FigureKeyInput {
  return { indicator: 'members-disciplined', time: '2024-Q1', unit: 'person', ...change };
}
