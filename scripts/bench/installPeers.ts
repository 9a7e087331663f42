import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'peers');

/** Installs what the gateway is measured against, where it is not there yet; runs none of its install scripts. */
export function installPeers(): void {
  if (existsSync(join(FOLDER, 'node_modules'))) return;
  console.error('Installing the peers in scripts/bench/peers …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
