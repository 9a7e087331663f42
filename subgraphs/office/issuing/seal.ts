import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';

import { catalogued } from '../../../schema/errors/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import type { AgencyContext } from '../../_kit/index.ts';
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

/** What keeps a seal from being taken for anything else that the same key has signed. */
const PURPOSE = 'seal of a report ';

/** A report as a text that only this office can make. */
export function sealReport(report: SealedReport, [secret]: AgencyContext['secrets']): string {
  const content = Buffer.from(JSON.stringify(report)).toString('base64url');
  return `${content}.${signatureOf(content, secret).toString('base64url')}`;
}

/** The report of a seal. @throws SEAL_INVALID where this office has not made it. */
export function openSeal(seal: string, secrets: AgencyContext['secrets']): SealedReport {
  const [content = '', signature = ''] = seal.split('.');
  const given = Buffer.from(signature, 'base64url');
  const isOurs = secrets.some((secret) => {
    const expected = signatureOf(content, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs) throw catalogued('SEAL_INVALID', {});
  return JSON.parse(Buffer.from(content, 'base64url').toString()) as SealedReport;
}

function signatureOf(content: string, secret: KeyObject): Buffer {
  return createHmac('sha256', secret).update(PURPOSE).update(content).digest();
}
