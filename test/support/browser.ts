import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

/** Where Chromium is; null where the machine has none that we know of. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? null;

/** Why browser tests are skipped; null where they run. Printed, so that nobody takes a skip for a pass. */
export const noBrowser: string | null =
  chromiumPath !== null && existsSync(chromiumPath)
    ? null
    : 'CHROMIUM_PATH does not name a Chromium: the Playground is not tried in a real browser';

/** A headless Chromium that keeps to itself: no updates, no look-ups, and every other host than ours is unknown. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}
