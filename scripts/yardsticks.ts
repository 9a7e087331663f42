import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { InvalidArgumentError } from 'commander';

import { AGENCY_CODES } from '../schema/values/index.ts';
import { startHouse } from '../test/support/processes.ts';
import { endOnSignal } from './bench/endOnSignal.ts';
import { createCommand } from './createCommand.ts';
import { runFederationAudit } from './yardsticks/federationAudit.ts';
import { runHttpAudits } from './yardsticks/httpAudits.ts';
import { formatYardstick, type Yardstick } from './yardsticks/yardstick.ts';

const { auditDir } = createCommand('yardsticks')
  .description(
    'Hold our servers, as real processes, against what others have published: the server audits of graphql-http at the\n' +
      'gateway and at the subgraphs, and at the gateway all cases of the federation audit of graphql-hive\n' +
      '(federation-gateway-audit), where a checkout of it with its dependencies is at hand. Prints every case that is not ok.\n' +
      'Exit codes: 0 all ok, 1 not all, 2 wrong arguments.',
  )
  .option(
    '--audit-dir <folder>',
    'the checkout of the federation audit; skipped where left out',
    readAuditDir,
  )
  .parse()
  .opts<{ readonly auditDir?: string }>();

endOnSignal();
tell(...(await measureHttp()));
if (auditDir === undefined) {
  console.log('Skipped the federation audit: name a checkout of it with --audit-dir.');
} else {
  tell(await runFederationAudit(auditDir));
}

function tell(...yardsticks: readonly Yardstick[]): void {
  for (const yardstick of yardsticks) {
    console.log(formatYardstick(yardstick));
    if (yardstick.failures.length > 0) process.exitCode = 1;
  }
}

async function measureHttp(): Promise<readonly Yardstick[]> {
  const house = await startHouse();
  try {
    const gateway = await runHttpAudits('gateway', `http://127.0.0.1:${house.gatewayPort}/graphql`);
    const subgraphs: Yardstick[] = [];
    for (const code of AGENCY_CODES) {
      subgraphs.push(
        await runHttpAudits(`subgraph ${code}`, `http://127.0.0.1:${house.portOf(code)}/graphql`),
      );
    }
    return [gateway, ...subgraphs];
  } finally {
    await house.stop();
  }
}

function readAuditDir(value: string): string {
  const folder = resolve(value);
  if (existsSync(join(folder, 'src/index.ts')) && existsSync(join(folder, 'node_modules'))) return folder;
  throw new InvalidArgumentError('Give a checkout of the audit in which its dependencies are installed.');
}
