import 'reflect-metadata';

// The words of the product as GraphQL types. Every subgraph builds on these same classes.
export { DateScalar, DateTimeScalar, DecimalScalar, PeriodScalar } from './scalars.ts';
export {
  BasisEnum,
  ComparisonBaseEnum,
  ComparisonMeasureEnum,
  ConfidentialityEnum,
  CorrectionReasonEnum,
  LocaleEnum,
  MissingReasonEnum,
  NotTestableReasonEnum,
  QualifierEnum,
  ReportingCalendarEnum,
  StageEnum,
  SubmissionStateEnum,
  VerdictEnum,
} from './enums.ts';
export {
  BreakdownPartType,
  DimensionType,
  IndicatorGroupType,
  IndicatorType,
  Labelled,
  LocaleArgument,
  UnitType,
  type IndicatorParts,
} from './catalogueTypes.ts';
export { IntervalType, SourceType } from './printedTypes.ts';
export { ComparisonHead, ReportedComparisonType } from './comparisonTypes.ts';
export { CorrectionType, ReleaseType } from './releaseTypes.ts';
export {
  ComparisonType,
  ComputedComparisonType,
  ObservationType,
  type AskedComparison,
  type ComparisonComputing,
  type ComparisonFindings,
  type ObservationSpeech,
} from './observationTypes.ts';
export {
  BreakdownCodeType,
  CheckFigureType,
  CheckResultType,
  CheckSideType,
  VerdictArgument,
} from './checkTypes.ts';
