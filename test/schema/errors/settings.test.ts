import { describe, expect, it } from 'vitest';

import {
  createSettingsReader,
  LOG_LEVELS,
  RefusedSettings,
  shortened,
} from '../../../schema/errors/index.ts';

/** What `finish` throws, or null. */
function refusalOf(finish: () => void): unknown {
  try {
    finish();
    return null;
  } catch (error) {
    return error;
  }
}

describe('given good settings', () => {
  it('when they are read, then each has its value', () => {
    const settings = createSettingsReader({
      HOST: '0.0.0.0',
      PORT: '0',
      LIMIT: '250',
      URL: 'https://a.example/graphql',
      LOG_LEVEL: 'warn',
    });

    const read = [
      settings.text('HOST', '127.0.0.1'),
      settings.port('PORT', 4000),
      settings.integer('LIMIT', 100, 1, 1000),
      settings.url('URL', 'http://localhost'),
      settings.oneOf('LOG_LEVEL', 'info', LOG_LEVELS),
    ];

    settings.finish();
    expect(read).toEqual(['0.0.0.0', 0, 250, 'https://a.example/graphql', 'warn']);
  });
});

describe.each([
  ['absent', {}],
  ['empty', { HOST: '', PORT: '', LIMIT: '', URL: '', LOG_LEVEL: '' }],
])('given settings that are %s', (_what, environment) => {
  it('when they are read, then each has its default', () => {
    const settings = createSettingsReader(environment);

    const read = [
      settings.text('HOST', '127.0.0.1'),
      settings.port('PORT', 4000),
      settings.integer('LIMIT', 100, 1, 1000),
      settings.url('URL', 'http://localhost'),
      settings.oneOf('LOG_LEVEL', 'info', LOG_LEVELS),
    ];

    settings.finish();
    expect(read).toEqual(['127.0.0.1', 4000, 100, 'http://localhost', 'info']);
  });
});

describe('given faulty settings', () => {
  const WHOLE = 'a whole number from 0 to 65535';

  it.each([
    ['PORT', 'http', WHOLE],
    ['PORT', '-1', WHOLE],
    ['PORT', '65536', WHOLE],
    ['PORT', '80.5', WHOLE],
    ['PORT', '0x50', WHOLE],
    ['PORT', ' 80', WHOLE],
    ['PORT', '1'.repeat(400), WHOLE],
  ])('when %s is %j, then it is refused with value and expectation', (variable, value, expected) => {
    const settings = createSettingsReader({ [variable]: value });

    settings.port(variable, 4000);

    expect(refusalOf(() => settings.finish())).toMatchObject({
      faults: [{ code: 'SETTING_INVALID', details: { variable, value: shortened(value), expected } }],
    });
  });

  it.each(['localhost:4001', 'ftp://a.example', 'javascript:alert(1)', 'http://', 'a b'])(
    'when an address is %j, then it is refused',
    (value) => {
      const settings = createSettingsReader({ URL: value });

      settings.url('URL', 'http://localhost');

      expect(refusalOf(() => settings.finish())).toMatchObject({
        faults: [{ details: { value, expected: 'an address that begins with http:// or https://' } }],
      });
    },
  );

  it('when several are wrong, then all are told at once, in the order read', () => {
    const settings = createSettingsReader({
      PORT: 'a',
      LIMIT: '5000',
      URL: 'b',
      LOG_LEVEL: 'loud',
      HOST: 'h',
    });

    settings.port('PORT', 4000);
    settings.text('HOST', '127.0.0.1');
    settings.integer('LIMIT', 100, 1, 1000);
    settings.url('URL', 'http://localhost');
    settings.oneOf('LOG_LEVEL', 'info', LOG_LEVELS);
    const refusal = refusalOf(() => settings.finish());

    expect(refusal).toBeInstanceOf(RefusedSettings);
    expect((refusal as RefusedSettings).message.split('\n')).toEqual([
      'Setting PORT="a" is not valid: expected a whole number from 0 to 65535.',
      'Setting LIMIT="5000" is not valid: expected a whole number from 1 to 1000.',
      'Setting URL="b" is not valid: expected an address that begins with http:// or https://.',
      'Setting LOG_LEVEL="loud" is not valid: expected debug, info, warn, error, silent.',
    ]);
  });
});
