/** `--format`: to the terminal, to files, to several at once. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exit, type Io } from '../../src/cli/io.ts';
import { destinations, printReport } from '../../src/cli/print/report.ts';
import type { JsonReport } from '../../src/report/json.ts';

const report: JsonReport = {
  version: 1,
  findings: [
    {
      rule: 'tls/min-version',
      severity: 'error',
      message: 'Wrong.',
      path: 'server',
      file: 'a.hcl',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 7,
    },
  ],
  summary: { files: 1, errors: 1, warnings: 0, infos: 0, fixable: 0 },
};

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-formats-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function print(formats: string | readonly string[] | undefined, terminal = false): Promise<string> {
  let printed = '';
  const write = (text: string) => {
    printed += text;
  };
  const stdout = { write, isTerminal: terminal, columns: 80 };
  const io: Io = { cwd, env: {}, stdout, stderr: stdout, stdin: async () => new Uint8Array(), piped: false };
  await printReport(report, formats, io);
  return printed;
}

test('without a format the report is for people', async () => {
  expect(await print(undefined)).toContain('1 file checked: 1 error.');
  expect(await print([])).toBe(await print('pretty'));
});

test('one report for the terminal and others for files', async () => {
  const printed = await print(['pretty', 'sarif=out.sarif', 'json=report=1.json'], true);
  expect(printed).toContain('\u001b[');
  expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(JSON.parse(readFileSync(join(cwd, 'report=1.json'), 'utf8')).summary.errors).toBe(1);
});

test('only files: nothing is printed, and no colour is written', async () => {
  expect(await print(['pretty=report.txt'], true)).toBe('');
  expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).not.toContain('\u001b[');
});

test.each([
  [['nope'], 'unknown format nope; known: pretty, json'],
  [['toString'], 'unknown format toString'],
  [['json', 'pretty'], 'two reports for standard output'],
  [['json=a', 'sarif=a'], 'two reports for a'],
  [['json='], 'names no file'],
])('%s is a usage error', (formats, message) => {
  expect(() => destinations(formats)).toThrow(expect.objectContaining({ code: exit.usage }));
  expect(() => destinations(formats)).toThrow(message);
});

test('a file that cannot be written is reported in one line', async () => {
  await expect(print('json=missing/out.json')).rejects.toMatchObject({
    code: exit.failed,
    message: expect.stringContaining('cannot write the report: ENOENT'),
  });
});
