import { Command } from 'commander';

/** Exit code of a script that was called wrongly. */
const EXIT_USAGE = 2;

/** The command of a script: ends with 0 after `--help`, with 2 where its options or arguments are wrong. */
export function createCommand(name: string): Command {
  return new Command(name).exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_USAGE));
}
