import type {
  ComparisonBase,
  ComparisonMeasure,
  Confidentiality,
  MissingReason,
  Period,
  Qualifier,
  ReportingCalendar,
  Stage,
} from '../../../schema/values/index.ts';

/** What clients may leave out, or give as null. */
type Optional<T> = T | null | undefined;

/** Where a figure is printed, as a client says it. */
export interface SourceInput {
  readonly document: string;
  readonly section?: Optional<string>;
  readonly footnote?: Optional<number>;
}

/** One dimension and code of a breakdown, as a client says it. */
export interface PartInput {
  readonly dimension: string;
  readonly code: string;
}

/** A comparison that a source states, as a client says it; numbers and times are texts that are still to be read. */
export interface ComparisonInput {
  readonly against: ComparisonBase;
  readonly baseTime?: Optional<string>;
  readonly setBy?: Optional<string>;
  readonly peer?: Optional<string>;
  readonly measure: ComparisonMeasure;
  readonly value: string;
  readonly unit: string;
  readonly unitMultiplier?: Optional<number>;
  readonly qualifier?: Optional<Qualifier>;
  readonly sources: readonly SourceInput[];
}

/** What tells a figure from others of its line, as a client says it. */
export interface FigureKeyInput {
  readonly indicator: string;
  readonly time: string;
  readonly calendar?: Optional<ReportingCalendar>;
  readonly breakdown?: Optional<readonly PartInput[]>;
  readonly unit: string;
  readonly setBy?: Optional<string>;
}

/** A figure as a client says it; numbers, days and times are texts that are still to be read. */
export interface FigureInput extends FigureKeyInput {
  readonly asAt?: Optional<string>;
  readonly value?: Optional<string>;
  readonly unitMultiplier?: Optional<number>;
  readonly qualifier?: Optional<Qualifier>;
  readonly stage: Stage;
  readonly missing?: Optional<MissingReason>;
  readonly openDimensions?: Optional<readonly string[]>;
  readonly note?: Optional<string>;
  readonly seriesBreak?: Optional<string>;
  readonly confidentiality?: Optional<Confidentiality>;
  readonly comparisons?: Optional<readonly ComparisonInput[]>;
  readonly sources?: Optional<readonly SourceInput[]>;
}

/** Figures of one line as a client sends them, and the name of the argument that they come in. */
export interface FigureInputs<Input extends FigureKeyInput = FigureInput> {
  readonly argument: string;
  readonly organisation: string;
  readonly period: Period;
  readonly inputs: readonly Input[];
}
