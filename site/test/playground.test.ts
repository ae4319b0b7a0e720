/** The built playground in a browser: findings while typing, the other views, links, keyboard, a phone, accessibility. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launch } from '../../test/support/chromium.ts';

const dist = resolve(import.meta.dirname, '../dist/playground');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  if (!chromiumPath) return;
  server = createServer(({ url }, response) => {
    const path = join(dist, url === '/' ? 'index.html' : new URL(url!, 'http://x').pathname);
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
    try {
      response.end(readFileSync(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  browser = await launch(chromiumPath);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function visit(
  options: BrowserContextOptions = {},
  fragment = '',
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // The report in the frame has a script, which the frame may not run.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('about:srcdoc')) errors.push(message.text());
  });
  await page.goto(address + fragment);
  await page.waitForSelector('#view > *');
  return { page, errors };
}

const write = async (page: Page, text: string): Promise<void> => {
  await page.focus('.cm-content');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
};

const choose = (page: Page, view: string) => page.getByRole('tab', { name: view, exact: true }).click();

describe.skipIf(!chromiumPath)('the playground (needs Chromium on PATH)', () => {
  test('findings appear while typing, with their place, and the fix is applied', async () => {
    const { page, errors } = await visit();
    await write(page, 'server = true\nacl_datacenter = "dc1"\n');
    await page.waitForSelector('.findings >> text=acl_datacenter');
    expect(await page.locator('.findings li', { hasText: 'acl_datacenter' }).textContent()).toContain(
      'option/deprecated',
    );
    await page.waitForSelector('.cm-lintRange');
    await choose(page, 'Fix');
    await page.waitForSelector('#view .added');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForFunction(() =>
      document.querySelector('.cm-content')?.textContent?.includes('primary_datacenter'),
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('every example shows every view', async () => {
    const { page, errors } = await visit();
    const names = (await page.locator('#example option').allInnerTexts()).slice(1);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      await choose(page, 'Findings');
      await page.selectOption('#example', name);
      for (const view of ['Findings', 'Merged', 'Fix', 'Rendered', 'Cluster']) {
        await choose(page, view);
        await page.waitForFunction(
          (label) =>
            document.querySelector('#views [aria-selected=true]')?.textContent === label &&
            document.querySelector('#view')!.childElementCount > 0,
          view,
        );
      }
    }
    expect(errors).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('a manifest is rendered, and three servers are judged as one cluster', async () => {
    const { page } = await visit();
    await page.selectOption('#example', 'A store for Patroni (manifest)');
    await choose(page, 'Rendered');
    await page.waitForSelector('#view details');
    expect(await page.locator('#view summary').allInnerTexts()).toContainEqual(
      expect.stringContaining('RUNBOOK.md'),
    );
    await page.selectOption('#example', 'Three servers that never elect a leader');
    await choose(page, 'Findings');
    await page.waitForSelector('.findings >> text=quorum/');
    await page.context().close();
  });

  test('a link carries the files, and nothing is sent', async () => {
    const { page } = await visit();
    const requests: string[] = [];
    await write(page, 'node_name = "from a link"\n');
    await page.waitForTimeout(400);
    page.on('request', (request) => requests.push(request.url()));
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#1'));
    const fragment = await page.evaluate(() => location.hash);
    expect(requests).toEqual([]);
    const other = await visit({}, fragment);
    expect(await other.page.locator('.cm-content').textContent()).toContain('from a link');
    for (const broken of ['#1', '#1!!!', '#1AAAA', '#2x'])
      expect((await visit({}, broken)).errors).toEqual([]);
    await page.context().close();
  });

  test('hover and completion come from the option table', async () => {
    const { page } = await visit();
    await write(page, 'retry_join = ["a"]\n');
    await page
      .locator('.cm-content .cm-line')
      .first()
      .hover({ position: { x: 30, y: 10 } });
    await page.mouse.move(0, 0);
    await page
      .locator('.cm-content .cm-line')
      .first()
      .hover({ position: { x: 40, y: 10 } });
    await page.waitForSelector('.cm-hover:has-text("retry_join")');
    await write(page, '');
    await page.keyboard.type('bootstrap_e');
    await page.waitForSelector('.cm-tooltip-autocomplete >> text=bootstrap_expect');
    await page.context().close();
  });

  test('a file of 1 MB is linted while the page stays usable', async () => {
    const { page } = await visit();
    const service = (n: number) =>
      `service { name = "web-${n}" port = ${1000 + (n % 60000)} tags = ["a", "b", "${n}"] }\n`;
    const text = Array.from({ length: 15_000 }, (_, n) => service(n)).join('');
    await page.evaluate((given) => {
      const data = new DataTransfer();
      data.items.add(new File([given], 'services.hcl'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data }));
    }, text);
    await page.waitForSelector('#files >> text=services.hcl');
    await page.waitForFunction(
      () => document.querySelector('#view')?.textContent?.includes('in 1 file'),
      undefined,
      { timeout: 60_000 },
    );
    await page.focus('.cm-content');
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    const cpu = async () =>
      (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!
        .value;
    const before = await cpu();
    await page.keyboard.type('x');
    await page.waitForTimeout(3000);
    console.info(`main thread for one key in 1 MB: ${Math.round(1000 * ((await cpu()) - before))} ms`);
    await page.context().close();
  }, 120_000);

  const looks: readonly [string, BrowserContextOptions][] = [
    ['desktop', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ];

  test.each(looks)('axe finds nothing, and nothing overflows: %s', async (name, options) => {
    const { page } = await visit(options);
    await page.selectOption('#example', 'Three servers that never elect a leader');
    await page.waitForSelector('.findings li');
    await page.addStyleTag({ content: '* { transition: none !important; animation: none !important; }' });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as never as { axe: typeof axe }).axe.run());
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/playground-${name}.png` });
    await page.context().close();
  });
});
