// The words of the product as plain data and free functions. Imports nothing outside this folder.

// Numbers, days, periods
export {
  addDecimals,
  compareDecimals,
  decimalFromParts,
  decimalParts,
  divideDecimals,
  halfOfLastPlace,
  isNegative,
  isWholeDecimal,
  isZero,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
  shiftDecimal,
  type Decimal,
  type DecimalParts,
} from './decimal.ts';
export {
  addDays,
  instantMilliseconds,
  instantOf,
  lastFullSecond,
  parseDate,
  parseInstant,
  type CalendarDate,
  type Instant,
} from './date.ts';
export {
  comparePeriods,
  containsPeriod,
  nextPeriod,
  parsePeriod,
  periodEnd,
  periodFrequency,
  periodMonths,
  periodStart,
  previousPeriod,
  samePeriodLastYear,
  type Frequency,
  type Period,
} from './period.ts';
export { coveredDays, REPORTING_CALENDARS, type DaySpan, type ReportingCalendar } from './calendar.ts';
export { intervalOf, intervalsMeet, QUALIFIER_REACH, type Interval, type PrintedFigure } from './interval.ts';
export { type Parsed } from './parsed.ts';

// Order, groups, what is made once
export { compareTexts } from './compareTexts.ts';
export { groupBy } from './groupBy.ts';
export { lazily, remembered } from './remembered.ts';

// What is counted
export { foldText, LOCALES, type Label, type Locale } from './label.ts';
export { UNIT_KINDS, type Unit, type UnitKind } from './unit.ts';
export {
  BASES,
  lineageOf,
  type Basis,
  type Dimension,
  type DimensionCode,
  type Indicator,
  type IndicatorGroup,
  type Retirable,
  type Retirement,
} from './indicator.ts';
export { formatBreakdown, parseBreakdown, type Breakdown } from './breakdown.ts';

// What is said of it
export {
  COMPARISON_BASES,
  COMPARISON_MEASURES,
  comparisonKey,
  type Comparison,
  type ComparisonBase,
  type ComparisonMeasure,
} from './comparison.ts';
export {
  inTodaysWords,
  MISSING_REASONS,
  observationKey,
  QUALIFIERS,
  STAGES,
  type MissingReason,
  type Observation,
  type ObservationIdentity,
  type Qualifier,
  type Source,
  type Stage,
  type StoredObservation,
} from './observation.ts';
export {
  BODY_LIMIT_BYTES,
  lineKey,
  RELEASE_SIZE_LIMIT,
  releaseKey,
  type Release,
  type ReleaseHeader,
  type ReleaseLine,
} from './release.ts';
export { MOVE_KINDS, type EntryKind, type MoveKind } from './move.ts';
export {
  afterMove,
  allowedMoves,
  CORRECTION_REASONS,
  NO_SUBMISSION,
  refusalOf,
  SUBMISSION_STATES,
  type Acknowledgement,
  type Actor,
  type Command,
  type Correction,
  type CorrectionReason,
  type Draft,
  type Move,
  type Refusal,
  type Submission,
  type SubmissionState,
} from './submission/submission.ts';

// How it is said in a text
export { checkExpression, checkSides, type CheckSide } from './words/checkText.ts';
export { figureLabel, figureNumber, type Vocabularies } from './words/checkedFigure.ts';
export { ruleText } from './words/ruleText.ts';
export { formatDate, parseWrittenDate } from './words/date.ts';
export { type SaidComparison, type SaidFigure, type SaidNumber, type SaidPart } from './words/figure.ts';
export { figureText } from './words/figureText.ts';
export { lowerInitial, parseNounForms, type Noun, type NounForms } from './words/noun.ts';
export { formatNumber, parseNumber } from './words/number.ts';
export { formatPeriod } from './words/period.ts';

// Whether figures agree
export { absoluteChange, percentageOf, percentChange, timesOf } from './checks/computed.ts';
export {
  countGrowthPossible,
  growthBetween,
  growthFactor,
  growthOfQuotient,
  type AbsoluteGrowth,
  type Growth,
  type QuotientGrowth,
  type RelativeGrowth,
} from './checks/growth.ts';
export {
  addOperands,
  exactOperand,
  multiplyOperands,
  negateOperand,
  scaleOperand,
  subtractOperands,
  sumOf,
  type Operand,
} from './checks/operand.ts';
export { operandOf } from './checks/operandOf.ts';
export { attainmentOf, averageOf, shareOf } from './checks/ratios.ts';
export { atMost, equal } from './checks/relation.ts';
export {
  notBelowZero,
  partOfWhole,
  sameFact,
  stockFlow,
  structureSumsTo100,
  sumAcross,
  totalOfParts,
  weightedTotal,
  type PartList,
  type WeightedPart,
} from './checks/totals.ts';
export {
  NOT_TESTABLE_REASONS,
  notTestable,
  VERDICTS,
  type Finding,
  type NotTestableReason,
  type Sides,
  type Verdict,
} from './checks/verdict.ts';

// What an agency holds
export {
  createFactBook,
  type Fact,
  type FactBook,
  type FactRelease,
  type FactVocabulary,
  type SeriesIdentity,
} from './facts/factBook.ts';
export { withVintages, type Vintage } from './facts/vintages.ts';

// What has to hold between figures
export {
  figure,
  rule,
  RULE_SOURCES,
  type PartsOptions,
  type RuleOptions,
  type StatedOptions,
} from './rules/buildRule.ts';
export { isBoundedBy } from './rules/statedBounds.ts';
export { checkKey } from './rules/checkKey.ts';
export { evaluateRules } from './rules/evaluateRules.ts';
export { type CheckedFigure, type Expression } from './rules/expression.ts';
export {
  RULE_KINDS,
  SEVERITIES,
  termsOf,
  type Rule,
  type RuleKind,
  type Severity,
  type Term,
} from './rules/rule.ts';
export { type CheckOutcome, type RuleScope } from './rules/scope.ts';

// How a figure compares with what is held
export { withBounds } from './comparing/boundedAgreement.ts';
export { comparedTime } from './comparing/comparedTime.ts';
export { areTimesComparable } from './comparing/comparable.ts';
export { compareFigures, withEarlier, type ComparedFigures } from './comparing/compareFigures.ts';
export { computeComparison, type ComputedNumber } from './comparing/computeComparison.ts';
export { findBase, type FindBase, type FoundBase } from './comparing/findBase.ts';
export { finderOf } from './comparing/finderOf.ts';
export { timeRoles, type TimeRoles } from './comparing/timeRoles.ts';
export { measuresFor, unitOfMeasure, usualMeasure, type WantedComparison } from './comparing/wanted.ts';

// Who says it
export {
  AGENCY_CODES,
  camelCase,
  pascalCase,
  DEFAULT_GATEWAY_PORT,
  defaultAgencyPort,
  upperSnakeCase,
} from './agency.ts';

// Who may know it
export { CONFIDENTIALITIES, type Confidentiality } from './confidentiality.ts';
export { hasRole, mayRead, ROLES, type Grant, type Principal, type Role, type Scope } from './principal.ts';
export { formatPresent, parsePresent, PRESENT_HEADER, type Present, type PresentAsked } from './present.ts';
