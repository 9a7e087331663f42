import type { SettingsReader } from '../../schema/errors/index.ts';

/**
 * How large a document may be, fragments spread and all of its operations together. What each is set with is its name
 * in capitals after `MAX_`: MAX_ROOT_FIELDS.
 */
export interface OperationLimits {
  /** Lexical tokens, counted as the text is parsed. */
  readonly tokens: number;
  readonly operations: number;
  /** Fragments of a name: validation compares each with each. */
  readonly fragments: number;
  /** Fields, fragments and their spreads. */
  readonly fields: number;
  /** Levels of fields. */
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Directives on one field, fragment or operation. */
  readonly directivesAtOnePlace: number;
  /** How often one place of the answer is asked for: validation compares each with each. */
  readonly repeats: number;
}

export type OperationLimit = keyof OperationLimits;

/**
 * The largest report that a client may want has some 11,000 fields on 10 levels in some 2,500 tokens (the full report of
 * the Playground 561 on 7); the planner needs seconds and gigabytes for what is far beyond.
 */
export const DEFAULT_LIMITS: OperationLimits = {
  tokens: 20_000,
  operations: 50,
  fragments: 200,
  fields: 20_000,
  depth: 30,
  rootFields: 100,
  aliases: 500,
  directives: 500,
  directivesAtOnePlace: 10,
  repeats: 50,
};

/** Reads the limits; each left out is that of {@link DEFAULT_LIMITS}. */
export function readLimits(settings: SettingsReader): OperationLimits {
  const limits = Object.entries(DEFAULT_LIMITS).map(([limit, absent]: [string, number]) => {
    const variable = `MAX_${limit.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`;
    return [limit, settings.integer(variable, absent, 1, 1_000_000)];
  });
  return Object.fromEntries(limits) as OperationLimits;
}
