import { describe, expect, it } from 'vitest';

import { agencyWords, brokenWords, faultWords, isRefusal } from '../../../gateway/agencies/agencyFaults.ts';
import { fault } from '../../../schema/errors/index.ts';

const BROKEN = {
  message: 'Agency "inspection" gave an answer that cannot be used. Its part of the answer is missing.',
  extensions: { code: 'AGENCY_BROKEN', details: { agency: 'inspection' }, agency: 'inspection' },
};

describe('given a fault of an agency', () => {
  it('when it is worded, then code, details and agency stand beside the message', () => {
    const said = fault('AGENCY_TIMEOUT', { agency: 'inspection', limitMs: 3000 });

    expect(faultWords('inspection', said)).toEqual({
      message: 'Agency "inspection" did not answer within 3000 ms. Its part of the answer is missing.',
      extensions: {
        code: 'AGENCY_TIMEOUT',
        details: { agency: 'inspection', limitMs: 3000 },
        agency: 'inspection',
      },
    });
  });

  it('when its answer cannot be used, then that is said without what it was', () => {
    expect(brokenWords('inspection')).toEqual(BROKEN);
  });
});

describe('given an error that an agency gives beside its data', () => {
  it('when it is catalogued, then it passes, and nothing else that was beside it', () => {
    const extensions = { code: 'PERIOD_INVALID', details: { value: 'x' }, stacktrace: ['at /srv/app.ts'] };

    expect(agencyWords('inspection', { message: 'Period "x" is not valid.', extensions })).toEqual({
      message: 'Period "x" is not valid.',
      extensions: { code: 'PERIOD_INVALID', details: { value: 'x' }, agency: 'inspection' },
    });
  });

  it.each([
    ['no details', {}],
    ['details that are no object', { details: '10.0.0.1' }],
    ['details that are a list', { details: ['10.0.0.1'] }],
  ])('when it is catalogued with %s, then it passes without them', (_what, details) => {
    const extensions = { code: 'PERIOD_INVALID', ...details };

    expect(agencyWords('inspection', { message: 'no', extensions }).extensions).toEqual({
      code: 'PERIOD_INVALID',
      agency: 'inspection',
    });
  });

  it.each([
    ['no extensions', undefined],
    ['no code', { host: '10.0.0.1' }],
    ['a foreign code', { code: 'ECONNREFUSED' }],
    ['a code that every object has', { code: 'constructor' }],
    ['a code that is no text', { code: 7 }],
  ])('when it has %s, then nothing of it passes', (_what, extensions) => {
    expect(agencyWords('inspection', { message: 'connect 10.0.0.1', extensions })).toEqual(BROKEN);
  });
});

describe('given errors without data', () => {
  const CODED = { message: 'no', extensions: { code: 'PERIOD_INVALID' } };

  it.each([
    ['none', [], false],
    ['one that is catalogued', [CODED], true],
    ['several that are catalogued', [CODED, CODED], true],
    ['one that is not', [{ message: 'x' }], false],
    ['one of several that is not', [CODED, { message: 'x' }], false],
  ])('when it is %s, then it is a refusal: %s', (_what, errors, expected) => {
    expect(isRefusal(errors)).toBe(expected);
  });
});
