import 'reflect-metadata';

// The words of the product as GraphQL types. Every subgraph builds on these same classes.
export { DateScalar, DateTimeScalar, DecimalScalar, PeriodScalar } from './scalars.ts';
export {
  BasisEnum,
  ComparisonBaseEnum,
  ComparisonMeasureEnum,
  LocaleEnum,
  MissingReasonEnum,
  QualifierEnum,
  StageEnum,
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
export {
  ComparisonType,
  IntervalType,
  ObservationType,
  ReleaseType,
  SourceType,
} from './observationTypes.ts';
