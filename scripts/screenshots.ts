/** Pictures of the HTML report for the docs: `npx tsx scripts/screenshots.ts`. Needs Chromium on PATH. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { page as render } from '../test/html/draw.ts';
import { howTo, twoDatacenters } from '../test/html/estates.ts';
import { chromiumPath, launch } from '../test/support/chromium.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const config = readFileSync(join(root, 'examples/how-to/config.json'), 'utf8');
const pages = { 'how-to': render(howTo(config)), estate: render(twoDatacenters()) };
const devices = {
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 1.5 },
  desktop: { viewport: { width: 1280, height: 860 }, colorScheme: 'light', deviceScaleFactor: 1 },
} as const;

if (!chromiumPath) throw new Error('no Chromium on PATH');
const folder = mkdtempSync(join(tmpdir(), 'consul-cfg-screenshots-'));
const browser = await launch(chromiumPath);
mkdirSync(join(root, 'docs/images'), { recursive: true });
for (const [name, text] of Object.entries(pages)) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, text);
  for (const [device, options] of Object.entries(devices)) {
    const context = await browser.newContext({ ...options, offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: join(root, `docs/images/report-${name}-${device}.png`) });
    await context.close();
  }
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
