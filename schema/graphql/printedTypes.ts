import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { Decimal, Interval, Source } from '../values/index.ts';
import { DecimalScalar } from './scalars.ts';

/** What every field `unitMultiplier` of a printed number is. */
export const MULTIPLIER = 'Power of ten that the value is printed in: 9 for "tỷ", 6 for "triệu", 0 for none.';
/** What every field `qualifier` is. */
export const QUALIFIER = 'What the source says before the number; null when nothing.';

@Directive('@shareable')
@ObjectType('Source', { simpleResolvers: true, description: 'A place where a figure is printed.' })
export class SourceType implements Source {
  @Field(() => ID, { description: 'Code of the document; its title is in the field "documents" of Query.' })
  document!: string;

  @Field(() => String, { description: 'Marks of the headings as printed, joined by points: "A.I.2".' })
  section!: string;

  @Field(() => Int, { nullable: true, description: 'Number of the footnote; null in the body of the text.' })
  footnote!: number | null;
}

@Directive('@shareable')
@ObjectType('Interval', {
  simpleResolvers: true,
  description:
    'All that a printed figure can mean, in its own unit and multiplier. A count printed in full is exactly that number; any other is known to its last printed digit; a qualifier widens it. With NEARLY the upper bound, with OVER the lower bound is not reached.',
})
export class IntervalType implements Pick<Interval, 'low' | 'high'> {
  @Field(() => DecimalScalar, { nullable: true, description: 'Lower bound; null when there is none.' })
  low!: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper bound; null when there is none.' })
  high!: Decimal | null;
}
