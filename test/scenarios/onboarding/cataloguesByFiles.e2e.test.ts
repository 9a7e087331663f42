import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Answer, Ask } from '../../support/ask.ts';
import { FULL_REPORT } from '../../support/ask.ts';
import { catalogueFile, type CatalogueUpdate } from '../../support/catalogueFiles.ts';
import { givenInput } from '../../support/inputs.ts';
import { mutationText, mutationVariables, type Result } from '../../support/mutations.ts';
import { startProgram, waitUntil } from '../../support/processes.ts';
import { startPublishingHouse, type PublishingHouse } from '../publishing/publishingHouse.ts';

// A province that nobody has foreseen: all that it is called and counts comes in by files, at the gateway of real
// processes, and is then told of everywhere.

const ORGANISATIONS = [
  'code,label_vi,label_en,kind,parent,area',
  'lam-son,Tỉnh Lam Sơn,Lam Son province,PROVINCE,,',
  'lam-son-khoi,Đảng bộ Khối Lam Sơn,Bloc of Lam Son,BLOC,lam-son,lam-son',
];
const OBLIGATIONS = [
  'agency,organisation,frequency,calendar,deadline_days,from,to,indicators',
  'inspection,lam-son-khoi,QUARTER,CALENDAR,10,2024-Q1,,hotline-calls;hotline-visits',
];
const UNITS = [
  'code,kind,label_vi,label_en,definition_vi,definition_en,counted_vi,counted_en',
  'call,COUNT,Cuộc gọi,Call,Mỗi cuộc gọi.,Each call.,cuộc gọi,call|calls',
];
const DIMENSIONS = [
  'code,in,label_vi,label_en,definition_vi,definition_en',
  'caller,,Người gọi,Caller,Ai gọi.,Who calls.',
  'member,caller,Đảng viên,Member,,',
  'resident,caller,Người dân,Resident,,',
];
const INDICATORS = [
  'kind,code,in,label_vi,label_en,definition_vi,definition_en,units,basis,dimensions',
  'group,hotline,,Đường dây nóng,Hotline,Đường dây nóng.,The hotline.,,,',
  'indicator,hotline-calls,hotline,Cuộc gọi đường dây nóng,Hotline calls,Số cuộc gọi.,Calls.,call,FLOW,caller',
  'indicator,hotline-answered,hotline,Cuộc gọi được trả lời,Answered calls,Số cuộc được trả lời.,Answered.,call,FLOW,',
  'indicator,hotline-visits,hotline,Lượt tiếp,Visits,Lượt tiếp.,Visits.,person-time,FLOW,',
];
const RULES = [
  'rule,figure,parts,whole,dimension',
  'total-of-parts,hotline-calls,,,caller',
  'part-of-whole,hotline-answered,,hotline-calls,',
];
const figure = (indicator: string, value: string, caller?: string) =>
  givenInput({
    ...{ indicator, value, unit: 'call', time: '2024-Q2', sources: [{ document: 'lam-son-2024-q2' }] },
    ...(caller && { breakdown: [{ dimension: 'caller', code: caller }] }),
  });
/** 12 = 5 + 7, and 13 answered of 12. */
const FIGURES = [
  figure('hotline-calls', '12'),
  figure('hotline-calls', '5', 'member'),
  figure('hotline-calls', '7', 'resident'),
  figure('hotline-answered', '13'),
];
const LINE = { organisation: 'lam-son-khoi', period: '2024-Q2' };

interface Told {
  readonly observations: readonly {
    readonly indicator: { readonly code: string; readonly label: string; readonly group: { label: string } };
  }[];
  readonly checks: readonly { readonly code: string; readonly verdict: string }[];
}

describe('given a house to which a province and what it counts are told by files alone', () => {
  let house: PublishingHouse;
  let asAdministrator: Ask;
  let asOfficeAdministrator: Ask;

  beforeAll(async () => {
    house = await startPublishingHouse({});
    asAdministrator = await house.askAs('administrator', 'inspection');
    asOfficeAdministrator = await house.askAs('administrator', 'office');
  });
  afterAll(async () => {
    await house.stop();
    await house.remove();
  });

  async function update(agency: 'Inspection' | 'Office', kind: string, lines: readonly string[]) {
    const ask = agency === 'Office' ? asOfficeAdministrator : asAdministrator;
    const answer = await ask(
      `mutation ($kind: CatalogueKind!, $file: FileInput!, $key: ID!) {
        made: update${agency}Catalogue(kind: $kind, file: $file, key: $key) {
          added changed unchanged at faults { row column code message }
        }
      }`,
      catalogueFile(kind, lines),
    );
    expect(answer.errors).toEqual([]);
    const made = answer.data!.made as CatalogueUpdate;
    expect(made.faults).toEqual([]);
    return made;
  }

  let count = 0;
  async function move(ask: Ask, ...[kind, change = {}]: [Parameters<typeof mutationText>[0], object?]) {
    count += 1;
    const variables = mutationVariables(kind, `onboarding-${count}`, { ...LINE, ...change });
    const answer = await ask(mutationText(kind, 'Inspection'), variables);
    expect(answer.errors).toEqual([]);
    const made = answer.data!.made as Result;
    expect(made.faults).toEqual([]);
    return made;
  }

  const report = (asOf: string | null = null): Promise<Answer> =>
    house.asNobody(FULL_REPORT, { ...LINE, asOf, verdicts: ['CONFLICT', 'HOLDS'] });
  const sectionOf = ({ data }: Answer) => (data!.report as { inspection: Told }).inspection;

  async function run(script: string, ...args: string[]): Promise<string> {
    const program = startProgram(`scripts/${script}.ts`, {
      args: ['--organisation', LINE.organisation, '--period', LINE.period, ...args],
      settings: house.settings,
    });
    await program.exited;
    return program.stdout();
  }

  it('when all of it is put in and figures are published, then the report shows them under their group, judged', async () => {
    await update('Office', 'ORGANISATIONS', ORGANISATIONS);
    await update('Office', 'OBLIGATIONS', OBLIGATIONS);
    await update('Inspection', 'UNITS', UNITS);
    await update('Inspection', 'DIMENSIONS', DIMENSIONS);
    await update('Inspection', 'INDICATORS', INDICATORS);
    await update('Inspection', 'RULES', RULES);
    await move(house.asOfficer, 'save', { observations: FIGURES });
    const { checks } = await move(house.asOfficer, 'save', { observations: FIGURES });
    const conflict = checks!.find(({ verdict }) => verdict === 'CONFLICT')!;
    await move(house.asOfficer, 'submit', {
      acknowledgements: [{ check: conflict.key, note: 'đúng như báo cáo' }],
    });
    await move(house.asApprover, 'approve');
    await move(house.asApprover, 'publish');
    await waitUntil(
      'the default moment sees it',
      async () => sectionOf(await report()).observations.length === 4,
    );

    const answer = await report();

    expect(answer.errors).toEqual([]);
    const { observations, checks: judged } = sectionOf(answer);
    expect(observations.map(({ indicator }) => [indicator.group.label, indicator.label])).toEqual([
      ['Đường dây nóng', 'Cuộc gọi đường dây nóng'],
      ['Đường dây nóng', 'Cuộc gọi đường dây nóng'],
      ['Đường dây nóng', 'Cuộc gọi đường dây nóng'],
      ['Đường dây nóng', 'Cuộc gọi được trả lời'],
    ]);
    expect(judged.map(({ code, verdict }) => [code, verdict])).toEqual([
      // The agency's own rule takes the new figures in.
      ...FIGURES.map(() => ['not-below-zero', 'HOLDS']),
      ['total-of-parts:hotline-calls:caller', 'HOLDS'],
      ['part-of-whole:hotline-answered:hotline-calls', 'CONFLICT'],
    ]);
    expect(answer.text).toContain('"title":"Báo cáo quý II năm 2024 - Đảng bộ Khối Lam Sơn"');
    const { completeness } = answer.data!.report as {
      completeness: {
        expected: number;
        received: number;
        sections: { agency: string; missing: unknown[] }[];
      };
    };
    expect([completeness.expected, completeness.received]).toEqual([1, 1]);
    expect(JSON.stringify(completeness.sections)).toContain('"label":"Lượt tiếp"');
  });

  it('when its figures are listed and followed through time, then they are there', async () => {
    const { data, errors } = await house.asNobody(
      `{ inspection {
        observations(filter: { organisations: ["lam-son-khoi"] }) { totalCount }
        series(indicator: "hotline-calls", organisation: "lam-son-khoi", breakdown: [{ dimension: "caller", code: "member" }]) {
          indicator { label(locale: EN) } points { time observation { value unit { label } } }
        }
        indicators(search: "đường dây nóng") { code }
      } }`,
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      inspection: {
        observations: { totalCount: 4 },
        series: {
          indicator: { label: 'Hotline calls' },
          points: [{ time: '2024-Q2', observation: { value: '5', unit: { label: 'Cuộc gọi' } } }],
        },
        indicators: [{ code: 'hotline-calls' }],
      },
    });
  });

  it('when figures and report are printed, then they have them', async () => {
    const figures = await run('figures');
    const printed = await run('report', '--checks');

    expect(figures.split('\n').filter((line) => line.includes('hotline-'))).toHaveLength(4);
    expect(printed).toContain('ĐẢNG BỘ KHỐI LAM SƠN');
    expect(printed.split('\n').filter((line) => line === '  Đường dây nóng')).toHaveLength(1);
    expect(printed).toMatch(/Cuộc gọi đường dây nóng +12 cuộc gọi/);
    expect(printed).toMatch(/Đảng viên +5 cuộc gọi/);
    expect(printed).toContain('thiếu: lượt tiếp');
    expect(printed).toContain('13 > 12 · Cuộc gọi được trả lời không vượt cuộc gọi đường dây nóng');
  });

  it('when an indicator is renamed, then the gateway shows its new name, and the old one of a moment before', async () => {
    const before = (await report()).data!.report as { asOf: string };
    const told = await report(before.asOf);
    expect(told.text).toContain('Cuộc gọi được trả lời');

    const renamed = INDICATORS[3]!.replace('Cuộc gọi được trả lời', 'Cuộc gọi được đáp');
    expect((await update('Inspection', 'INDICATORS', [INDICATORS[0]!, renamed])).changed).toEqual([
      'hotline-answered',
    ]);
    await waitUntil('the default moment sees it', async () =>
      (await report()).text.includes('Cuộc gọi được đáp'),
    );

    expect((await report()).text).not.toContain('Cuộc gọi được trả lời');
    expect((await report(before.asOf)).text).toBe(told.text);
  });

  it('when the house stops and starts again, then all of it is still there', async () => {
    const before = (await report()).data!.report as { asOf: string };
    const told = await report(before.asOf);

    await house.restart();

    expect((await report(before.asOf)).text).toBe(told.text);
  });
});
