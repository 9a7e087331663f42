import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { noBrowser, startBrowser } from '../../support/browser.ts';
import { startHouse, type House } from '../../support/processes.ts';

if (noBrowser !== null) console.warn(`Skipped: ${noBrowser}.`);

describe.skipIf(noBrowser !== null)(
  'given the Playground in a real browser that reaches no other host',
  () => {
    let house: House;
    let browser: Browser;
    let page: Page;
    const requested: string[] = [];
    const complaints: string[] = [];
    /** Answers of the gateway, whole: the page shows only the lines that fit. */
    const answers: Promise<string>[] = [];

    beforeAll(async () => {
      [house, browser] = await Promise.all([startHouse(), startBrowser()]);
      page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      page.on('request', (request) => requested.push(request.url()));
      page.on('response', (response) => {
        if (response.request().method() === 'POST') answers.push(response.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`http://127.0.0.1:${house.gatewayPort}/playground`);
      await page.waitForSelector('.graphiql-execute-button');
    });

    afterAll(async () => {
      await browser.close();
      await house.stop();
    });

    it('when it is opened, then its tabs are the examples, the full report first', async () => {
      const tabs = await page.locator('.graphiql-tab').allInnerTexts();

      expect(tabs.map((text) => text.trim())).toEqual([
        'FullReport',
        'Section',
        'Series',
        'Breakdown',
        'Search',
        'Checks',
        'Comparison',
        'Completeness',
        'Changes',
      ]);
    });

    it.each([
      ['FullReport', '"title": "Báo cáo quý I năm 2024'],
      ['Section', '"admitted"'],
      ['Series', '"growth"'],
      ['Breakdown', '"Khiển trách"'],
      ['Search', '"new-enterprises"'],
      ['Checks', '"39 ≠ 7 + 23 + 1 + 6 = 37"'],
      ['Comparison', '"39.85"'],
      ['Completeness', '"NOT_SUBMITTED"'],
      ['Changes', '"DISAPPEARED"'],
    ])('when the tab %s is run, then the answer shows figures and no error', async (tab, wanted) => {
      await page.locator('.graphiql-tab', { hasText: tab }).click();
      await page.locator('.graphiql-query-editor', { hasText: `query ${tab}` }).waitFor();
      const answer = page.locator('.result-window');
      const button = page.locator('.graphiql-execute-button');

      // GraphiQL notices which operation a tab holds a moment after the tab is shown: a person clicks later than a
      // test. While a query runs, the same button stops it, so it is pressed again only after an answer of the wrong kind.
      const run = async (): Promise<string> => {
        const text = await answer.innerText();
        const isIdle = (await button.getAttribute('aria-label'))?.startsWith('Execute') ?? false;
        if (isIdle && !text.includes(wanted)) await button.click();
        return text;
      };
      await expect.poll(run, { timeout: 40_000, interval: 500 }).toContain(wanted);
      expect(await answers.at(-1)).not.toContain('"errors":');
    });

    it('when all that is done, then every request went to the gateway and nothing was complained about', () => {
      const elsewhere = requested.filter((url) => !url.startsWith(`http://127.0.0.1:${house.gatewayPort}/`));

      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
    });
  },
);
