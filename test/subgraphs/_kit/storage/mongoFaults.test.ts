import {
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoParseError,
  MongoServerError,
  MongoWriteConcernError,
} from 'mongodb';
import { describe, expect, it } from 'vitest';

import { isDuplicateKey, withMongoFaults } from '../../../../subgraphs/_kit/storage/mongoFaults.ts';

// What a replica set says and the test server cannot: its errors as the driver builds them from the wire.

const ofServer = (code: number, message = 'x') =>
  new MongoServerError({ message, errmsg: message, code, ok: 0 });
const ofSocket = (code: string) => Object.assign(new Error('x'), { code });

const notConfirmed = new MongoWriteConcernError({
  ok: 1,
  writeConcernError: {
    code: 64,
    codeName: 'WriteConcernTimeout',
    errmsg: 'waiting for replication timed out',
  },
});

describe('given an error that passes', () => {
  it.each([
    [ofServer(50), 'it did not answer in time'],
    [ofServer(262), 'it did not answer in time'],
    [new MongoNetworkTimeoutError('x'), 'it did not answer in time'],
    [new MongoNetworkError('x'), 'the connection to it was lost'],
    [ofServer(6), 'the connection to it was lost'],
    [ofSocket('EPIPE'), 'the connection to it was lost'],
    [ofSocket('ENOTFOUND'), 'the connection to it was lost'],
    [ofSocket('ERR_STREAM_DESTROYED'), 'the connection to it was lost'],
    [notConfirmed, 'too few of its servers have confirmed the write'],
    [ofServer(91), 'it is choosing another server'],
    [ofServer(189), 'it is choosing another server'],
    [ofServer(10107), 'it is choosing another server'],
    [ofServer(11602), 'it is choosing another server'],
    [ofServer(13435), 'it is choosing another server'],
    [ofServer(14031), 'its disk is full'],
    [ofServer(1, '[db.go:167] database or disk is full (13)'), 'its disk is full'],
    [ofServer(1, '[db.go:167] disk I/O error (778)'), 'its disk cannot be written or read'],
  ])('when %s is met, then the store is unavailable because %s', async (error, reason) => {
    const outcome = withMongoFaults('inspection', () => Promise.reject(error));

    await expect(outcome).rejects.toMatchObject({
      fault: { code: 'STORE_UNAVAILABLE', details: { store: 'inspection', reason } },
      cause: error,
    });
  });
});

describe('given an error that stays', () => {
  it.each([
    ['a missing right', ofServer(13)],
    ['a command that is not understood', ofServer(9)],
    ['a taken key', ofServer(11000)],
    ['an address that is none', new MongoParseError('x')],
    ['a mistake of ours', new TypeError('x')],
    ['a broken promise of ours', ofSocket('ERR_ASSERTION')],
  ])('when it is %s, then it is raised as it is', async (_what, error) => {
    const outcome = withMongoFaults('inspection', () => Promise.reject(error));

    await expect(outcome).rejects.toBe(error);
  });
});

describe('given errors of a server', () => {
  it.each([
    [11000, true],
    [13, false],
  ])('when the code is %i, then whether a key is taken is %s', (code, expected) => {
    expect(isDuplicateKey(ofServer(code))).toBe(expected);
  });
});
