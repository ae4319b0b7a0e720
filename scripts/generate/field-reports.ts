/** docs/field-reports.md: the log of public bug reports that were tried, from their cases. */

import { groupBy } from '../../src/util/collections.ts';
import { type FieldReport, readReports, readSeenFaults } from '../../test/field-reports/reports.ts';

const head = `# Bug reports of others, tried

Public bug reports on Consul and on what deploys it, each rebuilt as the smallest configuration that shows it and tried on this
program. The configurations are the tests in \`test/field-reports/reports/\`; this page is generated from them.

*Before* is the verdict of the version on which each was first tried (2026-11-24 or 2026-11-30): **caught** where a finding named the cause at its
place, **weak** where it named the place without what to write, **wrong** where what it said to write was wrong, **missed** where
there was none. *Now* names the rule that reports the cause, or why no rule can: what is not in a file, and what newer releases
of Consul do differently, is in italics. For changes and upgrades, what \`compare\` or \`upgrade\` says of
the option counts.

`;

export function fieldReportsDoc(): string {
  const reports = readReports();
  const areas = [...groupBy(reports, ({ area }) => area)].sort(([a], [b]) => a.localeCompare(b));
  return `${head}${summary(reports)}\n${areas.map(([area, rows]) => `## ${area}\n\n${table(rows)}`).join('\n')}\n${seenInFiles(readSeenFaults())}`;
}

const seenInFiles = (faults: readonly FieldReport[]): string =>
  `## Seen in files of public repositories\n\nWhat an expert saw in 100 public files and lint did not report (\`test/field-reports/repositories/\`).\n\n` +
  `${summary(faults)}\n| area | kind | before | now |\n|---|---|---|---|\n` +
  faults.map((fault) => `| ${fault.area} | ${fault.kind} | ${fault.before} | ${now(fault)} |\n`).join('');

function summary(reports: readonly FieldReport[]): string {
  const before = groupBy(reports, ({ before }) => before);
  const count = (verdict: string): number => before.get(verdict)?.length ?? 0;
  const caught = reports.filter(({ root }) => root !== undefined).length;
  return (
    `| reports | before: caught | weak | wrong | missed | now: caught | not in a file, or gone |\n|---|---|---|---|---|---|---|\n` +
    `| ${reports.length} | ${count('caught')} | ${count('weak')} | ${count('wrong')} | ${count('missed')} | ${caught} | ${reports.length - caught} |\n`
  );
}

const table = (reports: readonly FieldReport[]): string =>
  `| report | kind | before | now |\n|---|---|---|---|\n${reports.map(row).join('')}`;

const row = (report: FieldReport): string =>
  `| ${link(report.source)} | ${report.kind} | ${report.before} | ${now(report)} |\n`;

const link = (source: string): string => {
  const [repository, number] = source.split('#');
  return `[${source}](https://github.com/${repository}/issues/${number})`;
};

function now({ root, unseen, command }: FieldReport): string {
  if (root === undefined) return `*${unseen}*`;
  return command ? `${command[0]}: ${root}` : `[${root}](rules/${root}.md)`;
}
