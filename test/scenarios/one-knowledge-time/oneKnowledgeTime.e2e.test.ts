import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { AGENCY_CODES, defaultAgencyPort } from '../../../schema/values/index.ts';
import { copyRepository } from '../../support/repositoryCopy.ts';
import { FULL_REPORT, reportOf, sectionsOf, type Answer } from '../../support/ask.ts';
import { startFaultProxy, type FaultProxy } from '../../support/faultProxy.ts';
import {
  createFolder,
  NOTHING_KEPT,
  startHouse,
  startProgram,
  waitUntilListening,
  type House,
} from '../../support/processes.ts';

const SECTION_AGENCIES = AGENCY_CODES.filter((code) => code !== 'office');

let house: House;
let proxy: FaultProxy;
beforeAll(async () => {
  house = await startHouse(async (gatewayPort) => {
    proxy = await startFaultProxy(
      new Map(AGENCY_CODES.map((code) => [code, defaultAgencyPort(code, gatewayPort)])),
    );
    return { ...proxy.settings, ...NOTHING_KEPT };
  });
});
afterAll(async () => {
  await Promise.all([house.stop(), proxy.stop()]);
});

/** Asks for the full report; each agency must have been asked once about it, at the moment that the report tells. */
async function askForReport(asOf?: string): Promise<Answer> {
  await proxy.setFaults(new Map());
  const answer = await house.ask(FULL_REPORT, { asOf });
  const moments = await Promise.all(
    SECTION_AGENCIES.map(async (agency) => {
      const asked = await proxy.requestsTo(agency);
      return asked.flatMap(({ variables }) => variables.representations as { asOf: string }[]);
    }),
  );
  const told = reportOf(answer).asOf;
  expect(moments.map((one) => one.map((representation) => representation.asOf))).toEqual(
    SECTION_AGENCIES.map(() => [told]),
  );
  return answer;
}

describe('given agencies that have just published their first releases', () => {
  it('when the moment is before them, then every section is there, without figures and errors', async () => {
    const answer = await askForReport('2024-03-31T23:59:59Z');

    expect(answer.errors).toEqual([]);
    expect(reportOf(answer).asOf).toBe('2024-03-31T23:59:59.000Z');
    for (const section of Object.values(sectionsOf(answer))) {
      expect(section).toEqual({ observations: [], submissions: [], checks: [] });
    }
  });

  it('when the moment is now, then every section has its figures', async () => {
    const now = new Date().toISOString();

    const answer = await askForReport(now);

    expect(answer.errors).toEqual([]);
    expect(reportOf(answer).asOf).toBe(now);
    for (const section of Object.values(sectionsOf(answer))) {
      expect(section?.observations.length).toBeGreaterThan(0);
      expect(section?.submissions.length).toBeGreaterThan(0);
    }
  });

  it('when the moment is given with an offset, then it is the same instant', async () => {
    const now = Date.now();
    const inHanoi = new Date(now + 7 * 3_600_000).toISOString().replace('Z', '+07:00');

    const answer = await askForReport(inHanoi);

    expect(reportOf(answer).asOf).toBe(new Date(now).toISOString());
    expect(answer.errors).toEqual([]);
  });

  it('when no moment is given, then it is a full second that has passed', async () => {
    const before = Date.now();
    const answer = await askForReport();
    const after = Date.now();

    const asOf = Date.parse(reportOf(answer).asOf as string);
    expect(asOf % 1000).toBe(0);
    expect(asOf).toBeGreaterThan(before - 2000);
    expect(asOf).toBeLessThanOrEqual(after);
    expect(answer.errors).toEqual([]);
  });

  it('when the moment that a report tells is given back, then the answer is the same', async () => {
    const first = await askForReport();

    const again = await askForReport(reportOf(first).asOf as string);

    expect(again.text).toBe(first.text);
  });
});

describe('given a report that has been read', () => {
  it('when an agency corrects a figure, then it is in the reports from now on, and not in that one', async () => {
    const before = await askForReport(new Date().toISOString());
    const { folder, remove } = await createFolder();
    await copyRepository(folder);
    await correctMembersDisciplined(folder);

    await house.agencies.get('inspection')?.stop();
    const corrected = startProgram('subgraphs/inspection/main.ts', { folder, settings: house.settings });
    onTestFinished(async () => {
      await corrected.stop();
      await remove();
    });
    await waitUntilListening(corrected);

    expect((await askForReport(reportOf(before).asOf as string)).text).toBe(before.text);
    const after = await askForReport(new Date().toISOString());
    expect(membersDisciplined(before)).toEqual(['2', '1', '1', '1', '1']);
    expect(membersDisciplined(after)).toEqual(['3', '1', '1', '1', '1']);
    expect(sectionsOf(after).inspection?.submissions).toMatchObject([{ release: { number: 2 } }]);
    expect({ ...sectionsOf(after), inspection: null }).toEqual({ ...sectionsOf(before), inspection: null });
  });
});

/** Two members disciplined become three. */
async function correctMembersDisciplined(folder: string): Promise<void> {
  const file = join(folder, 'subgraphs/inspection/figures/khoi-2024-q1.csv');
  const total =
    'inspection,members-disciplined,Đảng viên bị thi hành kỷ luật,,ha-tinh-khoi,2024-Q1,2024-Q1,,';
  const text = await readFile(file, 'utf8');
  expect(text).toContain(`${total}2,person`);
  await writeFile(file, text.replace(`${total}2,person`, `${total}3,person`));
}

function membersDisciplined(answer: Answer): string[] {
  const { observations = [] } = sectionsOf(answer).inspection ?? {};
  return observations
    .filter(({ indicator }) => indicator.code === 'members-disciplined')
    .map(({ value }) => value);
}
