import { InvalidArgumentError } from 'commander';

import { nearest } from '../schema/errors/index.ts';

/** Reads an argument that is one of some words; what is nearest is told for any other. */
export function oneOf(known: readonly string[]): (value: string) => string {
  return (value) => {
    if (known.includes(value)) return value;
    const near = nearest(value, known).map((text) => `"${text}"`);
    const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
    throw new InvalidArgumentError(`It is one of ${known.join(', ')}.${hint}`);
  };
}
