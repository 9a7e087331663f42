import { createSecretKey } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signRequest } from '../../../schema/identity/index.ts';
import { defaultAgencyPort } from '../../../schema/values/index.ts';
import { FULL_REPORT, type Answer } from '../../support/ask.ts';
import { startProgram } from '../../support/processes.ts';
import { april } from '../../support/stores.ts';
import { SECRETS, startConfidentialHouse, type ConfidentialHouse } from './confidentialHouse.ts';

let house: ConfidentialHouse;
beforeAll(async () => {
  house = await startConfidentialHouse();
});
afterAll(() => house.stop());

const OUTSIDERS = [
  'nobody',
  'an officer of another organisation',
  'an officer of another agency',
  'an analyst of office',
];
/** Who may see which of {@link SECRETS}. */
const RIGHTS: readonly (readonly [string, readonly string[]])[] = [
  ...OUTSIDERS.map((who) => [who, []] as const),
  ['a reader', ['73320']],
  ['an analyst', ['73310', '73320']],
  ['an officer of the organisation', ['73310', '73320']],
];

const secretsIn = ({ text }: Answer): string[] => SECRETS.filter((secret) => text.includes(secret));

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['the full report', FULL_REPORT],
  [
    'the form',
    `{ report(organisation: "ha-tinh-khoi", period: "2023-Q1") { inspection {
      discipline { members { value text interval { low high } } } supervision { members { value } } } } }`,
  ],
  [
    'the list of figures',
    `{ inspection { observations(filter: { periods: ["2023-Q1"], indicators: ["members-disciplined", "members-supervised"] }) {
      totalCount nodes { value text } } } }`,
  ],
  [
    'the series',
    `{ inspection {
      a: series(indicator: "members-disciplined", organisation: "ha-tinh-khoi") {
        points { observation { value } alternates { value } growth { computed { base { value } } } revision { first { value } } } }
      b: series(indicator: "members-supervised", organisation: "ha-tinh-khoi") { points { observation { value } } } } }`,
  ],
  [
    'the changes of the year after',
    `{ report(organisation: "ha-tinh-khoi", period: "2024-Q1") { inspection {
      changes(against: "2023-Q1") { current { value } base { value } comparison { computed { value base { value } } } } } } }`,
  ],
];

const VARIABLES = { organisation: 'ha-tinh-khoi', period: '2023-Q1' };

describe('given a house whose inspection holds figures that are not for everyone', () => {
  describe.each(QUESTIONS)('when %s is asked for', (_what, query) => {
    it.each(RIGHTS)('by %s, then what is told is %j', async (who, expected) => {
      const answer = await house.askAs(who, query, VARIABLES);

      expect(answer.errors).toEqual([]);
      expect(secretsIn(answer)).toEqual(expected);
    });
  });

  it('when people of all rights ask the same at once, then each is told what is his', async () => {
    const [, query] = QUESTIONS[2]!;
    const people = [...RIGHTS, ...RIGHTS, ...RIGHTS];

    const answers = await Promise.all(people.map(([who]) => house.askAs(who, query)));

    expect(answers.map(secretsIn)).toEqual(people.map(([, expected]) => expected));
  });

  it.each(RIGHTS)('when %s counts figures, then only those count that are theirs', async (who, expected) => {
    const query = `query ($organisation: ID!, $period: Period!) {
      inspection { observations(filter: { organisations: [$organisation], periods: [$period] }) { totalCount } }
      report(organisation: $organisation, period: $period) {
        completeness { sections { agency organisation figures } } } }`;

    const { data } = await house.askAs(who, query, VARIABLES);

    const { inspection, report } = data as {
      inspection: { observations: { totalCount: number } };
      report: { completeness: { sections: { agency: string; organisation: string; figures: number }[] } };
    };
    const section = report.completeness.sections.find(
      ({ agency, organisation }) => agency === 'inspection' && organisation === 'ha-tinh-khoi',
    );
    expect([inspection.observations.totalCount, section?.figures]).toEqual([
      1 + expected.length,
      1 + expected.length,
    ]);
  });

  it.each(RIGHTS)(
    'when releases are listed to %s, then the one under an embargo is not there',
    async (who) => {
      const { data } = await house.askAs(
        who,
        '{ inspection { releases(period: "2023-Q1") { number publishedAt } } }',
      );

      expect(data).toEqual({ inspection: { releases: [{ number: 1, publishedAt: april(1) }] } });
    },
  );

  it('when somebody asks as of the end of the embargo, then it is refused', async () => {
    const asOf = '2099-01-01T00:00:00Z';
    const query = `{ report(organisation: "ha-tinh-khoi", period: "2023-Q1", asOf: "${asOf}") { inspection { observations { value } } } }`;

    const answer = await house.askAs('an analyst', query);

    expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['AS_OF_IN_FUTURE']);
    expect(answer.text).not.toContain('73330');
  });
});

describe('given reports that were issued, before inspection had published and after', () => {
  beforeAll(async () => {
    for (const [number, asOf] of [
      ['before', '2024-03-01T00:00:00.000Z'],
      ['after', new Date(Date.now() - 1000).toISOString()],
    ]) {
      const report = 'report(organisation: "ha-tinh-khoi", period: "2023-Q1", asOf: $asOf) { seal }';
      const sealed = await house.askAs('an approver of office', `query ($asOf: DateTime) { ${report} }`, {
        asOf,
      });
      const { seal } = (sealed.data as { report: { seal: string } }).report;
      const issued = await house.askAs(
        'an approver of office',
        'mutation ($seal: String!, $number: ID!) { issueReport(seal: $seal, number: $number, signedBy: "Phó Bí thư") { number } }',
        { seal, number },
      );
      expect(issued.data).toEqual({ issueReport: { number } });
    }
  });

  it.each(RIGHTS)('when %s reads what was issued, then what is told is %j', async (who, expected) => {
    const query = `{ issuedReport(number: "after") { report { inspection {
      observations { value text } discipline { members { value } } checks { expression } } } } }`;

    const answer = await house.askAs(who, query);

    expect(answer.errors).toEqual([]);
    expect(answer.text).toContain('"value":"12"');
    expect(secretsIn(answer)).toEqual(expected);
  });

  it.each(RIGHTS)('when %s asks what has changed since, then what is told is %j', async (who, expected) => {
    const query = `{ issuedReport(number: "before") {
      current { inspection { observations { value text } } } revision { inspection { before { value } after { value text } } } } }`;

    const answer = await house.askAs(who, query);

    expect(answer.errors).toEqual([]);
    expect(answer.text).toContain('"value":"12"');
    expect(secretsIn(answer)).toEqual(expected);
  });
});

describe('given the subgraph of inspection, asked as the gateway asks it', () => {
  const ENTITIES = JSON.stringify({
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { inspection {
      observations { value } facts discipline { members { value } } checks { expression figures { value } } } } } }`,
    variables: {
      of: [
        {
          __typename: 'Report',
          ...VARIABLES,
          asOf: new Date(Date.now() - 1000).toISOString(),
          area: 'ha-tinh',
        },
      ],
    },
  });

  /** Signs as the gateway does, with the keys that `npm start` has made. */
  async function entitiesAs(who: string): Promise<{ status: number; text: string }> {
    const [id, secret] = house.gatewayKey();
    const token = house.tokenOf(who);
    const authorization = token === null ? '' : `Bearer ${token}`;
    const parts = { agency: 'inspection', method: 'POST', path: '/graphql', body: ENTITIES, authorization };
    const signature = signRequest({ id, secret: createSecretKey(secret, 'utf8') }, parts, {
      time: Date.now(),
      nonce: `nonce-${who.replaceAll(' ', '-')}-of-the-test`,
    });
    const response = await fetch(`http://127.0.0.1:${defaultAgencyPort('inspection', house.port)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization }), ...signature },
      body: ENTITIES,
    });
    return { status: response.status, text: await response.text() };
  }

  it.each(RIGHTS)(
    'when its entities are asked for in the name of %s, then what is told is %j',
    async (who, expected) => {
      const { status, text } = await entitiesAs(who);

      expect(status).toBe(200);
      expect(SECRETS.filter((secret) => text.includes(secret))).toEqual(expected);
    },
  );
});

describe('given the commands that ask a gateway', () => {
  const run = async (
    file: string,
    args: readonly string[],
    settings: Readonly<Record<string, string>> = {},
  ) => {
    const started = startProgram(file, {
      args: ['--organisation', 'ha-tinh-khoi', '--period', '2023-Q1', ...args],
      settings: { GATEWAY_PORT: String(house.port), ...settings },
    });
    const { code } = await started.exited;
    return { code, stdout: started.stdout(), stderr: started.stderr() };
  };
  const COMMANDS = ['scripts/report.ts', 'scripts/figures.ts'];
  /** Digits of the restricted figure as each of them prints it. */
  const PRINTED = /73\.?310/;

  it.each(COMMANDS)('when %s is run without a token, then it prints what is public', async (file) => {
    const { code, stdout } = await run(file, []);

    expect([code, PRINTED.test(stdout)]).toEqual([0, false]);
  });

  it.each(COMMANDS)('when %s is run with a token, then it prints what that person may read', async (file) => {
    const token = house.tokenOf('an analyst') ?? '';

    const runs = await Promise.all([run(file, ['--token', token]), run(file, [], { REPORT_TOKEN: token })]);

    expect(runs.map(({ code, stdout }) => [code, PRINTED.test(stdout)])).toEqual([
      [0, true],
      [0, true],
    ]);
  });

  it('when figures are printed with a token, then their confidentiality is a column', async () => {
    const { stdout } = await run('scripts/figures.ts', ['--token', house.tokenOf('an analyst') ?? '']);

    const [header = '', ...rows] = stdout.trim().split('\n');
    const column = header.split(',').indexOf('confidentiality');
    expect(rows.map((row) => row.split(',')[column]).sort()).toEqual(['', 'INTERNAL', 'RESTRICTED']);
  });

  it.each(COMMANDS)(
    'when %s is run with what is no token, then it says so without repeating it, and ends with 2',
    async (file) => {
      const bad = 'secret token';
      const runs = await Promise.all([run(file, ['--token', bad]), run(file, [], { REPORT_TOKEN: bad })]);

      expect(runs.map(({ code, stdout }) => [code, stdout])).toEqual([
        [2, ''],
        [2, ''],
      ]);
      expect(runs.map(({ stderr }) => stderr.split(' ')[0])).toEqual(['--token', 'REPORT_TOKEN']);
      for (const { stderr } of runs) expect(stderr).not.toContain('secret');
    },
  );

  it.each(COMMANDS)(
    'when %s is run with a token of other keys, then it says why, and ends with 1',
    async (file) => {
      const { code, stdout, stderr } = await run(file, ['--token', `${house.tokenOf('an analyst') ?? ''}x`]);

      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('TOKEN_INVALID');
    },
  );
});
