/**
 * The extension in a real VS Code: `tsx scripts/vscode-session.ts URL FOLDER FILE…` opens files in a VS Code that is served to
 * browsers (code-server, from npm), and prints the status bar and the Problems. Install the .vsix in it first.
 */
import { chromium } from 'playwright-core';

const [address, folder, ...files] = process.argv.slice(2);
if (!address || !folder || files.length === 0)
  throw new Error('name the address, the folder and files: http://127.0.0.1:8080 /estate consul.d/a.hcl');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
try {
  for (const file of files) {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const open = [['openFile', `vscode-remote://${new URL(address).host}${folder}/${file}`]];
    await page.goto(`${address}/?folder=${folder}&payload=${encodeURIComponent(JSON.stringify(open))}`);
    const trust = page.getByText('Yes, I trust the authors');
    await page.waitForSelector('.monaco-workbench');
    await page.waitForTimeout(8000);
    if (await trust.isVisible()) await trust.click();
    await page.keyboard.press('Control+Shift+M');
    await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 60_000 }).catch(() => undefined);
    await page.waitForTimeout(2000);
    const labels = (selector: string): Promise<(string | null)[]> =>
      page.$$eval(selector, (found) => found.map((one) => one.getAttribute('aria-label')));
    const status = (await labels('.statusbar-item')).filter((label) => label?.includes('consul-cfg'));
    console.log([file, ...status, ...(await labels('.markers-panel .monaco-list-row'))].join('\n  '));
    await page.close();
  }
} finally {
  await browser.close();
}
