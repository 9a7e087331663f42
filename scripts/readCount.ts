import { InvalidArgumentError } from 'commander';

/** Reads an option that says how many. @throws InvalidArgumentError where it is no whole number from 1 on */
export function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number from 1 on.');
}
