import type { Fault } from './fault.ts';
import { fault } from './raise.ts';

/** Exit code of a program that cannot run with what it was given (sysexits EX_CONFIG): no use starting it again. */
export const EXIT_CONFIGURATION = 78;

/** The environment as programs get it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** All faults of the settings at once. */
export class RefusedSettings extends Error {
  override readonly name = 'RefusedSettings';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.faults = faults;
  }
}

/** Reads single variables and keeps what is wrong with them; an absent or empty variable gives its default. */
export interface SettingsReader {
  text(variable: string, absent: string): string;
  integer(variable: string, absent: number, minimum: number, maximum: number): number;
  /** A port; 0 lets the system choose. */
  port(variable: string, absent: number): number;
  /** An http or https address. */
  url(variable: string, absent: string): string;
  oneOf<Member extends string>(variable: string, absent: Member, members: readonly Member[]): Member;
  /** Keeps a fault that the reader of single variables cannot know, such as a secret's, whose value is not to be told. */
  refuse(fault: Fault): void;
  /** @throws RefusedSettings when any variable was refused. */
  finish(): void;
}

export function createSettingsReader(environment: Environment): SettingsReader {
  const faults: Fault[] = [];
  const refuse = (variable: string, value: string, expected: string) => {
    faults.push(fault('SETTING_INVALID', { variable, value, expected }));
  };
  const valueOf = (variable: string) => environment[variable] ?? '';
  const integer = (variable: string, absent: number, minimum: number, maximum: number): number => {
    const value = valueOf(variable);
    if (value === '') return absent;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= minimum && number <= maximum) return number;
    refuse(variable, value, `a whole number from ${minimum} to ${maximum}`);
    return absent;
  };
  return {
    text: (variable, absent) => valueOf(variable) || absent,
    integer,
    port: (variable, absent) => integer(variable, absent, 0, 65_535),
    url(variable, absent) {
      const value = valueOf(variable) || absent;
      if (URL.canParse(value) && /^https?:/.test(value)) return value;
      refuse(variable, value, 'an address that begins with http:// or https://');
      return absent;
    },
    oneOf(variable, absent, members) {
      const value = valueOf(variable) || absent;
      const found = members.find((member) => member === value);
      if (found === undefined) refuse(variable, value, members.join(', '));
      return found ?? absent;
    },
    refuse: (said) => void faults.push(said),
    finish() {
      if (faults.length > 0) throw new RefusedSettings(faults);
    },
  };
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
