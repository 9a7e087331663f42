import { Field } from 'type-graphql';

import { ObservationType } from '../../../schema/graphql/index.ts';
import { recordField, type About, type FieldTime } from './formFields.ts';

interface Settings {
  /** Whose figure; the report's organisation where left out. */
  readonly about?: About;
  /** Of which time; the report's period where left out. */
  readonly time?: FieldTime;
  /** The part of the total that is shown, dimension → code. */
  readonly part?: Readonly<Record<string, string>>;
}

type Property<Value> = <Key extends string>(target: Record<Key, Value>, key: Key) => void;

/**
 * Puts one indicator of the catalogue into a form: its total (or one part) as a nullable observation, or with `by`
 * the list of its parts. What is described, and in which unit, is read from the catalogue.
 * The property must be typed `ObservationType | null`, with `by` `ObservationType[]`; else it does not compile.
 */
export function Indicator(code: string, settings?: Settings): Property<ObservationType | null>;
export function Indicator(
  code: string,
  settings: Omit<Settings, 'part'> & { by: readonly string[] },
): Property<ObservationType[]>;
export function Indicator(
  code: string,
  { about = 'organisation', time = 'period', part = {}, by }: Settings & { by?: readonly string[] } = {},
): (target: object, key: string) => void {
  return (target, key) => {
    Field(() => (by ? [ObservationType] : ObservationType), { nullable: by === undefined, simple: true })(
      target,
      key,
    );
    recordField(target, {
      kind: 'indicator',
      name: key,
      indicator: code,
      about,
      time,
      part,
      ...(by && { by }),
    });
  };
}
