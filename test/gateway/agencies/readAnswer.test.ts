import { describe, expect, it } from 'vitest';

import { readAnswer } from '../../../gateway/agencies/readAnswer.ts';

const REFUSAL = { message: 'no', extensions: { code: 'PERIOD_INVALID' } };
const UNCODED = { message: 'connect ECONNREFUSED 10.0.0.1' };

describe('given an answer that can be used', () => {
  it.each([
    ['data', 200, { data: { a: 1 } }, { data: { a: 1 } }],
    ['data and no errors', 200, { data: { a: 1 }, errors: [] }, { data: { a: 1 } }],
    [
      'data and errors',
      200,
      { data: { a: null }, errors: [UNCODED] },
      { data: { a: null }, errors: [UNCODED] },
    ],
    ['data with extensions', 200, { data: {}, extensions: { t: 1 } }, { data: {} }],
    ['data, with a refusing status', 400, { data: { a: 1 } }, { data: { a: 1 } }],
    ['a refusal with null data', 200, { data: null, errors: [REFUSAL] }, { data: null, errors: [REFUSAL] }],
    ['a refusal without data', 400, { errors: [REFUSAL, REFUSAL] }, { errors: [REFUSAL, REFUSAL] }],
  ])('when it is %s, then it is passed on', (_what, status, body, expected) => {
    expect(readAnswer(status, JSON.stringify(body))).toEqual(expected);
  });
});

describe('given an answer that cannot be used', () => {
  it.each([
    ['data, with status 500', 500, '{"data":{"a":1}}', 'status 500'],
    ['nothing', 200, '', 'status 200, not a JSON object'],
    ['a page', 404, '<html>', 'status 404, not a JSON object'],
    ['half an object', 200, '{"data":{"a":1}', 'status 200, not a JSON object'],
    ['null', 200, 'null', 'status 200, not a JSON object'],
    ['a list', 200, '[]', 'status 200, not a JSON object'],
    ['a number', 200, '7', 'status 200, not a JSON object'],
    ['an empty object', 200, '{}', 'neither data nor errors'],
    ['data: null', 200, '{"data":null}', 'neither data nor errors'],
    ['data: null and no errors', 200, '{"data":null,"errors":[]}', 'neither data nor errors'],
    ['data: list', 200, '{"data":[]}', 'data are not an object'],
    ['data: text', 200, '{"data":"x"}', 'data are not an object'],
    ['errors: text', 200, '{"data":{},"errors":"x"}', 'errors are not a list of errors'],
    ['errors: null', 200, '{"data":{},"errors":null}', 'errors are not a list of errors'],
    ['errors: texts', 200, '{"data":{},"errors":["x"]}', 'errors are not a list of errors'],
    ['errors without message', 200, '{"data":{},"errors":[{}]}', 'errors are not a list of errors'],
    [
      'a refusal of our signature',
      401,
      JSON.stringify({ errors: [{ message: 'not signed', extensions: { code: 'REQUEST_NOT_SIGNED' } }] }),
      'not signed',
    ],
    [
      'an error without code',
      200,
      JSON.stringify({ errors: [UNCODED] }),
      `errors without data: ${UNCODED.message}`,
    ],
    [
      'a refusal beside an error without code',
      200,
      JSON.stringify({ errors: [REFUSAL, UNCODED] }),
      'errors without data: no',
    ],
  ])('when it is %s, then it is broken', (_what, status, body, broken) => {
    expect(readAnswer(status, body)).toEqual({ broken });
  });
});
