import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Case, outcomeOf, record, recorded } from '../rules/cases.ts';
import { run } from '../support/run.ts';
import { type FieldReport, readReports, readSeenFaults } from './reports.ts';

const reports = readReports();
const seen = readSeenFaults();

describe('reports from the field', () => {
  const tried = [...reports, ...seen].flatMap((report) =>
    report.case ? [{ ...report, case: report.case }] : [],
  );

  it.each(tried.map((report) => [report.name, report] as const))('%s', async (_name, report) => {
    const outcome = report.command
      ? await printedBy(report.command, report.case)
      : await outcomeOf(report.case);
    if (process.env.RECORD) record(report.case, outcome);
    else expect(outcome).toBe(report.case.findings);
    expect(namesRoot(report, { ...report.case, findings: outcome })).toBe(true);
  });
});

it('there are many, each from another thread, in many areas', () => {
  expect(reports.length).toBeGreaterThanOrEqual(150);
  expect(new Set(reports.map(({ source }) => source)).size).toBe(reports.length);
  expect(reports.filter(({ source }) => !/^[\w.-]+\/[\w.-]+#\d+$/.test(source))).toEqual([]);
  expect(new Set(reports.map(({ area }) => area)).size).toBeGreaterThanOrEqual(15);
});

it('each is caught, or has a reason why it cannot be', () => {
  const neither = [...reports, ...seen].filter(
    ({ root, unseen }) => (root === undefined) === (unseen === undefined),
  );
  expect(neither.map(({ name }) => name)).toEqual([]);
});

function namesRoot({ root, command }: FieldReport, found: Case): boolean {
  if (root === undefined) return true;
  return command ? found.findings.includes(root) : recorded(found).some(({ rule }) => rule === root);
}

async function printedBy(command: readonly string[], { files }: Case): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-field-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(cwd, dirname(path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const { stdout } = await run(command, { cwd });
    return stdout;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
