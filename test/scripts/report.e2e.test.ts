import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Exit } from '../support/processes.ts';
import {
  findFreePorts,
  startHouse,
  startProgram,
  waitUntilListening,
  type House,
  type Program,
} from '../support/processes.ts';

const KHOI_Q1 = ['--organisation', 'ha-tinh-khoi', '--period', '2024-Q1'];
const KHOI_2020 = ['--organisation', 'ha-tinh-khoi', '--period', '2020'];

let house: House;
/** A second gateway of the same house, for which nobody answers where inspection should. */
let lame: Program;
let lamePort: number;
let silentPort: number;
/** A moment at which everything has been published. */
let now: string;

beforeAll(async () => {
  house = await startHouse();
  now = new Date().toISOString();
  lamePort = await findFreePorts(2);
  silentPort = lamePort + 1;
  lame = startProgram('gateway/main.ts', {
    settings: {
      ...Object.fromEntries(
        ['OFFICE', 'PARTY_BUILDING', 'MASS_ORGANISATIONS', 'SOCIO_ECONOMIC'].map((prefix, index) => [
          `${prefix}_PORT`,
          String(house.gatewayPort + [1, 2, 4, 5][index]!),
        ]),
      ),
      GATEWAY_PORT: String(lamePort),
      INSPECTION_PORT: String(silentPort),
    },
  });
  await waitUntilListening(lame);
});
afterAll(async () => {
  await Promise.all([house.stop(), lame.stop()]);
});

interface Run extends Exit {
  readonly stdout: string;
  readonly stderr: string;
}

async function runReport(args: readonly string[], gatewayPort = house.gatewayPort): Promise<Run> {
  const program = startProgram('scripts/report.ts', {
    args,
    settings: { GATEWAY_PORT: String(gatewayPort) },
  });
  return { ...(await program.exited), stdout: program.stdout(), stderr: program.stderr() };
}

describe('given a house in which every agency answers', () => {
  it('when a report is asked for, then its figures are printed as the source prints them', async () => {
    const { code, stdout, stderr } = await runReport([...KHOI_Q1, '--as-of', now]);

    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(
      'BÁO CÁO QUÝ I NĂM 2024 - ĐẢNG BỘ KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH HÀ TĨNH',
    );
    expect(stdout).toContain(`Số liệu biết đến ${now}`);
    expect(stdout).toContain('gần 1.636 tỷ đồng, tăng 116,95% so với cùng kỳ năm trước');
    expect(stdout).toContain('112 đảng viên (chuyển đi 57, chuyển đến 53, chuyển nội bộ 2)');
    expect(stdout).toContain('ước đạt 4.342,14 tỷ đồng (thu nội địa 1.853,40; …), tăng 46,78% so với');
    expect(stdout).not.toMatch(/cơ quan không trả lời|undefined|null|NaN/);
  });

  it('when its figures do not contradict each other, then the counts and what is missing stand at the end', async () => {
    const { code, stdout } = await runReport([...KHOI_Q1, '--as-of', now, '--fail-on-conflict']);

    expect(code).toBe(0);
    expect(stdout).not.toContain('⚠');
    expect(stdout).toContain('ĐẦY ĐỦ SỐ LIỆU (đã nhận 5 trong 8 phần phải báo cáo)');
    expect(stdout).toMatch(
      /Mặt trận và các đoàn thể, Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Hà Tĩnh +đã công bố .+ 4 số liệu +thiếu: máu hiến được\n/,
    );
    expect(stdout).toMatch(
      /Văn phòng, Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Hà Tĩnh +chưa báo cáo +0 số liệu +thiếu: văn bản đến;/,
    );
    expect(stdout).toMatch(
      /KIỂM TRA SỐ LIỆU: \d+ khớp, trong đó \d+ chỉ là không âm; \d+ khớp trong phạm vi làm tròn; 0 mâu thuẫn; \d+ /,
    );
  });

  it('when its figures contradict each other, then the conflict stands at them, and it is no failure', async () => {
    const { code, stdout, stderr } = await runReport([...KHOI_2020, '--as-of', now]);

    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('⚠ Mâu thuẫn 1'));
    expect([code, stderr]).toEqual([0, '']);
    expect(lines[at - 1]).toMatch(/^ {4}Đảng viên bị thi hành kỷ luật +39 đảng viên/);
    expect(lines[at]).toBe(
      '      ⚠ Mâu thuẫn 1: 39 ≠ 7 + 23 + 1 + 6 = 37 · Đảng viên bị thi hành kỷ luật bằng tổng các phần theo nội dung vi phạm',
    );
    expect(lines.filter((line) => line.endsWith('⚠ xem mâu thuẫn 1'))).toHaveLength(4);
    expect(stdout).toContain('⚠ Mâu thuẫn 2: 38 ≠ ');
    expect(stdout).toContain(' 2 mâu thuẫn; ');
    expect(stdout).not.toContain('⚠ Mâu thuẫn 3');
  });

  it('when a conflict shall fail, then the report is printed and it ends with 4', async () => {
    const { code, stdout, stderr } = await runReport([...KHOI_2020, '--as-of', now, '--fail-on-conflict']);

    expect([code, stderr]).toEqual([4, '']);
    expect(stdout).toContain('⚠ Mâu thuẫn 1');
  });

  it('when all checks are asked for, then every rule tells its verdict, expression and reason', async () => {
    const { code, stdout } = await runReport([...KHOI_Q1, '--as-of', now, '--checks']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/khớp +112 = 57 \+ 53 \+ 2 +Chuyển sinh hoạt đảng bằng tổng các phần theo hướng/);
    expect(stdout).toMatch(/khớp trong phạm vi làm tròn +gần 1\.636 tỷ ≈ gần 230 × 7,1 tỷ = 1\.633 tỷ /);
    expect(stdout).toMatch(/không kiểm tra được \(không có số gốc\) +4\.342,14 tỷ ≟ \? × \(100% \+ 46,78%\)/);
    expect(stdout).toMatch(/Giữa các cơ quan\n +khớp +94 ≤ 94 /);
  });

  it('when a period is not over, then nothing is late', async () => {
    const { code, stdout } = await runReport(['--organisation', 'ha-tinh', '--period', '2099-Q4']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/Kinh tế - xã hội, Tỉnh Hà Tĩnh +chưa hết kỳ báo cáo \(hạn 15\/01\/2100\)/);
    expect(stdout).toContain('0 mâu thuẫn');
  });

  it('when the raw answer is asked for, then the JSON is printed as it came', async () => {
    const { code, stdout } = await runReport([...KHOI_Q1, '--as-of', now, '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      data: { report: { organisation: 'ha-tinh-khoi', period: '2024-Q1', asOf: now } },
    });
  });

  it('when an early moment is given, then the report says that nothing was published', async () => {
    const { code, stdout } = await runReport([...KHOI_Q1, '--as-of', '2024-03-01T00:00:00Z']);

    expect(code).toBe(0);
    expect(stdout).toContain('Số liệu biết đến 2024-03-01T00:00:00.000Z');
    expect(stdout.match(/\(chưa công bố số liệu\)/g)).toHaveLength(5);
  });

  it('when no organisation has the code, then it says so and ends with 1', async () => {
    const run = await runReport(['--organisation', 'khong-co', '--period', '2024-Q1']);

    expect(run).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr:
        'report: Organisation "khong-co" is not known. The organisations are listed by the field "organisations". [ORGANISATION_UNKNOWN]\n',
    });
  });

  it('when the period is malformed, then it says what a period is and ends with 1', async () => {
    const { code, stderr } = await runReport(['--organisation', 'ha-tinh-khoi', '--period', '2024-Q5']);

    expect(code).toBe(1);
    expect(stderr).toContain('Period "2024-Q5" is not valid: expected Q1 to Q4: a year has four quarters.');
    expect(stderr).toContain('[PERIOD_INVALID]');
  });
});

describe('given a gateway that cannot reach inspection', () => {
  it('when a report is asked for, then the rest is printed, the gap is named, and it ends with 3', async () => {
    const { code, stdout, stderr } = await runReport([...KHOI_Q1, '--as-of', now], lamePort);

    expect(code).toBe(3);
    expect(stdout).toContain('KIỂM TRA, GIÁM SÁT, KỶ LUẬT\n  (cơ quan không trả lời)');
    expect(stdout).toContain('gần 1.636 tỷ đồng');
    expect(stdout).toMatch(
      /Kiểm tra, giám sát, kỷ luật, Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Hà Tĩnh +cơ quan không trả lời\n/,
    );
    expect(stderr).toBe(
      'report.inspection: Agency "inspection" cannot be reached. Its part of the answer is missing. [AGENCY_UNREACHABLE]\n',
    );
  });
});

describe('given a gateway that cannot reach inspection, and a rule that needs it', () => {
  it('when all checks are asked for, then those that need inspection name it', async () => {
    const { code, stdout } = await runReport([...KHOI_Q1, '--as-of', now, '--checks'], lamePort);

    expect(code).toBe(3);
    expect(stdout).toContain('không kiểm tra được (cơ quan không trả lời: Kiểm tra, giám sát, kỷ luật)');
  });
});

describe('given no gateway', () => {
  it('when a report is asked for, then it says where it has asked and ends with 1', async () => {
    expect(await runReport(KHOI_Q1, silentPort)).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: `No gateway answers at http://127.0.0.1:${silentPort}/graphql. Start one with "npm start", or name another with --url.\n`,
    });
  });

  it('when the address is not of a gateway, then it says so and ends with 1', async () => {
    const { code, stderr } = await runReport([
      ...KHOI_Q1,
      '--url',
      `http://127.0.0.1:${house.gatewayPort}/playground`,
    ]);

    expect(code).toBe(1);
    expect(stderr).toContain('does not answer with JSON');
  });
});

describe('given a command line', () => {
  it('when the period is left out, then it is asked for, and it ends with 2', async () => {
    const { code, stdout, stderr } = await runReport(['--organisation', 'ha-tinh-khoi']);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain("required option '--period <period>' not specified");
  });

  it('when an option is not known, then it ends with 2', async () => {
    const { code, stderr } = await runReport([...KHOI_Q1, '--nosuch']);

    expect(code).toBe(2);
    expect(stderr).toContain("unknown option '--nosuch'");
  });

  it('when help is asked for, then the options are printed and it ends with 0', async () => {
    const { code, stdout } = await runReport(['--help']);

    expect(code).toBe(0);
    expect(stdout).toContain('--organisation');
    expect(stdout).toContain('Exit codes');
  });
});
