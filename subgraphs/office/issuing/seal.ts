import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { catalogued } from '../../../schema/errors/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import type { ReleaseMark } from './releaseMarks.ts';

/** A report as it was seen whole: what an issued report is made of. */
export interface SealedReport {
  readonly organisation: string;
  readonly area: string;
  readonly period: Period;
  readonly asOf: Instant;
  /** By agency, then about the organisation and about its area. */
  readonly releases: readonly ReleaseMark[];
}

/** Seals are made and opened within a minute or two; one of another process is asked for again. */
const SECRET = randomBytes(32);

/** A report as a text that only this process can make. */
export function sealReport(report: SealedReport): string {
  const content = Buffer.from(JSON.stringify(report)).toString('base64url');
  return `${content}.${signatureOf(content).toString('base64url')}`;
}

/** The report of a seal. @throws SEAL_INVALID where this process has not made it. */
export function openSeal(seal: string): SealedReport {
  const [content = '', signature = ''] = seal.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(content);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw catalogued('SEAL_INVALID', {});
  return JSON.parse(Buffer.from(content, 'base64url').toString()) as SealedReport;
}

function signatureOf(content: string): Buffer {
  return createHmac('sha256', SECRET).update(content).digest();
}
