// Checked by `npx tsc`: every decorator under @ts-expect-error must not compile.
import type { ObservationType } from '../../../../schema/graphql/index.ts';
import { Indicator } from '../../../../subgraphs/_kit/index.ts';

export class Form {
  @Indicator('a')
  single!: ObservationType | null;

  @Indicator('a', { about: 'area', time: 'previous-year', part: { form: 'warning' } })
  part!: ObservationType | null;

  @Indicator('a', { by: ['form'] })
  list!: ObservationType[];

  // @ts-expect-error a figure is an observation, not its number
  @Indicator('a')
  number!: string;

  // @ts-expect-error without "by" there is one figure
  @Indicator('a')
  listWithoutBy!: ObservationType[];

  // @ts-expect-error with "by" there is a list
  @Indicator('a', { by: ['form'] })
  singleWithBy!: ObservationType | null;

  // @ts-expect-error a list of parts is never null
  @Indicator('a', { by: ['form'] })
  nullableList!: ObservationType[] | null;

  // @ts-expect-error a field shows one part or lists all
  @Indicator('a', { by: ['form'], part: { form: 'warning' } })
  both!: ObservationType[];

  // @ts-expect-error a time that the kit does not know
  @Indicator('a', { time: 'next-year' })
  nextYear!: ObservationType | null;

  // @ts-expect-error a place that the kit does not know
  @Indicator('a', { about: 'country' })
  ofCountry!: ObservationType | null;
}
