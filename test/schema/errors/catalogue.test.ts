import { describe, expect, it } from 'vitest';

import {
  catalogue,
  catalogued,
  fault,
  isFaultCode,
  shortened,
  type FaultCode,
} from '../../../schema/errors/index.ts';
import { FAULT_EXAMPLES } from './catalogue.cases.ts';

const CODES = Object.keys(catalogue) as FaultCode[];
const messageOf = (code: FaultCode): string => fault(code, FAULT_EXAMPLES[code][0] as never).message;

describe('given the catalogue of faults', () => {
  it('when the examples are counted, then there is one of every code', () => {
    const examples = Object.keys(FAULT_EXAMPLES);

    expect(examples.sort()).toEqual([...CODES].sort());
  });

  it.each(CODES)('when %s is raised, then it reads as written for people', (code) => {
    const message = messageOf(code);

    expect(message).toBe(FAULT_EXAMPLES[code][1]);
  });

  it.each(CODES)('when %s is raised, then its message is one or more whole sentences', (code) => {
    const message = messageOf(code);

    expect(message).toMatch(/^[A-Z].*[.?]$/);
    expect(message).not.toMatch(/undefined|null|NaN|\[object|\s\s|\.\.|: \./);
  });

  it.each(CODES)('when %s is spelt, then it is in capitals and a code', (code) => {
    const known = isFaultCode(code);

    expect([code, known]).toEqual([expect.stringMatching(/^[A-Z0-9]+(_[A-Z0-9]+)*$/), true]);
  });

  it.each(['', 'period_invalid', 'toString', '__proto__', null, 7])(
    'when %j is asked for, then it is no code',
    (text) => {
      const known = isFaultCode(text);

      expect(known).toBe(false);
    },
  );
});

describe('given a fault with details', () => {
  it('when it is raised as an error, then it carries code, message, details and cause', () => {
    const cause = new Error('the disk');

    const error = catalogued('PORT_TAKEN', { port: 4001, variable: 'OFFICE_PORT' }, { cause });

    expect(error).toMatchObject({
      name: 'CataloguedError',
      message: FAULT_EXAMPLES.PORT_TAKEN[1],
      fault: { code: 'PORT_TAKEN', details: { port: 4001, variable: 'OFFICE_PORT' } },
      cause,
    });
  });
});

describe('given what somebody has sent, a megabyte of it', () => {
  it.each(['DECIMAL_INVALID', 'PERIOD_INVALID', 'CELL_INVALID'] as const)(
    'when %s repeats it, then its beginning alone is told',
    (code) => {
      const { message, details } = fault(code, { value: 'x'.repeat(1_000_000), expected: 'a number' });

      expect(message).toContain(`"${'x'.repeat(200)}…"`);
      expect(message.length).toBeLessThan(300);
      expect(details).toEqual({ value: `${'x'.repeat(200)}…`, expected: 'a number' });
    },
  );

  it('when it is cut within a character of two halves, then that is left out', () => {
    expect(shortened('ab😀', 3)).toBe('ab…');
    expect(shortened('ab😀', 4)).toBe('ab😀');
  });
});

describe('given an unknown code and the known ones', () => {
  const known = ['person', 'person-time', 'prize', 'persons', 'VND', 'q3', 'q2', 'q1'];

  it.each([
    ['quite another', 'abcdefgh', 'Unit "abcdefgh" is not known. Use'],
    ['one', 'VNĐ', 'Unit "VNĐ" is not known. Did you mean "VND"? Use'],
    ['two', 'prson', 'Unit "prson" is not known. Did you mean "person" or "persons"? Use'],
    ['three', 'q9', 'Unit "q9" is not known. Did you mean "q1", "q2" or "q3"? Use'],
  ])('when the near ones are %s, then the message names them so', (_what, value, expected) => {
    const { message } = fault('CODE_UNKNOWN', { what: 'Unit', value, known });

    expect(message).toContain(expected);
  });

  it('when an indicator has no dimensions, then the message says so', () => {
    const { message } = fault('DIMENSION_NOT_OF_INDICATOR', { value: 'form', indicator: 'gifts', known: [] });

    expect(message).toBe('Indicator "gifts" is not broken down by "form". It has no dimensions.');
  });
});
