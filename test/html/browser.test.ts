/** The page in a real browser: phone and desktop, light and dark, by keyboard, without network, held against axe. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutRepeats } from '../../src/report/repeated.ts';
import { chromiumPath, launch } from '../support/chromium.ts';
import { repository } from '../support/run.ts';
import { check, page as render } from './draw.ts';
import { howTo, twoDatacenters } from './estates.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const devices = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };

interface Opened {
  readonly page: Page;
  /** What the page asked for beside itself, and what went wrong in it. */
  readonly problemsIn: string[];
}

describe.skipIf(!chromiumPath)('in a browser (needs Chromium on PATH)', () => {
  let browser: Browser;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'consul-cfg-html-'));
    const config = readFileSync(join(repository, 'examples/how-to/config.json'), 'utf8');
    writeFileSync(join(folder, 'how-to.html'), render(howTo(config)));
    writeFileSync(join(folder, 'estate.html'), render(twoDatacenters()));
    browser = await launch(chromiumPath!);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(
    name: string,
    device: keyof typeof devices,
    colorScheme: 'light' | 'dark' = 'light',
    bypassCSP = false,
  ): Promise<Opened> {
    const context = await browser.newContext({
      viewport: devices[device],
      colorScheme,
      bypassCSP,
      offline: true,
    });
    const page = await context.newPage();
    const problemsIn: string[] = [];
    page.on('console', (message) => problemsIn.push(message.text()));
    page.on('pageerror', (error) => problemsIn.push(String(error)));
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    page.on('request', (request) => {
      if (request.url() !== url) problemsIn.push(request.url());
    });
    await page.goto(url);
    return { page, problemsIn };
  }

  const shown = (page: Page): Promise<number> => page.locator('.finding:visible').count();

  const openDetails = (page: Page): Promise<unknown> =>
    page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');

  describe.each(['phone', 'desktop'] as const)('on a %s', (device) => {
    test.each(['light', 'dark'] as const)('%s: axe finds nothing', async (scheme) => {
      // Only so that axe itself may run: the page's own policy is tried in the next test.
      const { page } = await open('estate', device, scheme, true);
      await openDetails(page);
      await page.evaluate(axeSource);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const results = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(tags)} })`);
      expect(results.violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html])).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(20);
    });

    test.each(['how-to', 'estate'])('%s needs no network, logs nothing, fits the screen', async (name) => {
      const { page, problemsIn } = await open(name, device);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(problemsIn).toEqual([]);
    });
  });

  test('the filters work, and give everything back', async () => {
    const { page } = await open('estate', 'desktop');
    await openDetails(page);
    const all = await shown(page);
    await page.getByRole('checkbox', { name: 'warning' }).uncheck();
    await page.getByRole('checkbox', { name: 'info' }).uncheck();
    expect(await shown(page)).toBe(4);
    expect(await page.locator('#shown').textContent()).toBe(`4 of ${all} findings`);
    await page.getByLabel('Text').fill('north-srv4');
    expect(await shown(page)).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.locator('#shown').textContent()).toBe(`${all} findings`);
  });

  test('a node of the drawing, chosen by keyboard, shows its findings and its configuration', async () => {
    const { page } = await open('estate', 'desktop');
    await page.getByRole('link', { name: /^north-srv4, server/ }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.finding:visible .place').first().textContent()).toContain('north-srv4');
    const settings = page.getByRole('region', { name: 'Table of options' });
    expect(await settings.textContent()).toContain(
      'in place of north/north-srv4/etc/consul.d/10-server.hcl:7:13',
    );
  });

  test('the first stop of the keyboard leads past the drawings', async () => {
    const { page } = await open('estate', 'desktop');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the findings');
  });

  test('without its script the page can still be read', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'estate.html')).href);
    const all = await page.locator('.finding').count();
    expect(all).toBe(withoutRepeats(check(twoDatacenters()).findings).length);
    expect(await shown(page)).toBe(all);
    expect(await page.locator('svg.drawing').count()).toBe(2);
    expect(await page.locator('noscript').textContent()).toContain('consul-cfg merge --origins');
  });
});
