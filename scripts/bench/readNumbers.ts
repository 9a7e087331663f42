import { InvalidArgumentError } from 'commander';

/** A number above 0, as an argument gives it. @throws InvalidArgumentError */
export function readNumber(value: string): number {
  const number = /^\d{1,5}(\.\d{1,3})?$/.test(value) ? Number(value) : 0;
  if (number > 0) return number;
  throw new InvalidArgumentError('Give a number above 0.');
}

/** Reads whole numbers from `least` to 10,000 with commas between them. */
export function readNumbers(least: number): (value: string) => readonly number[] {
  return (value) => {
    const numbers = value.split(',').map((one) => (/^\d{1,5}$/.test(one) ? Number(one) : 0));
    if (numbers.every((one) => one >= least && one <= 10_000)) return numbers;
    throw new InvalidArgumentError(`Give whole numbers from ${least} to 10000, with commas between them.`);
  };
}
