/** What many nodes have in common is read once; reports for programs keep every place. */
import { expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { html } from '../../src/report/html/html.ts';
import { json } from '../../src/report/json.ts';
import { pretty } from '../../src/report/pretty.ts';
import { withoutRepeats } from '../../src/report/repeated.ts';
import { lintFiles } from '../support/lab.ts';

const plain = { colour: false, width: 80 };

/** Nodes with the same mistakes; only names and addresses differ. */
function estate(size: number, mistakes: readonly string[]): Record<string, string> {
  const own = (i: number): string[] => [`node_name = "srv${i}"`, `bind_addr = "10.0.${i >> 8}.${i & 255}"`];
  const shared = ['data_dir = "/var/lib/consul"', 'encrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="'];
  return Object.fromEntries(
    Array.from({ length: size }, (_, i) => [
      `srv${i + 1}/consul.hcl`,
      [...own(i + 1), ...shared, ...mistakes, ''].join('\n'),
    ]),
  );
}

const mistakes = [
  'log_lvl = "INFO"',
  'dns_config { max_stale = "5 s" }',
  'performance { raft_multiplier = 20 }',
  'leave_on_term = true',
  'ports { htps = 8501 }',
];

const reported = (files: Record<string, string>): readonly Finding[] => lintFiles(files);

test('five nodes with five mistakes are five findings', () => {
  const findings = reported(estate(5, mistakes));
  expect(findings).toHaveLength(25);
  expect(withoutRepeats(findings).map(({ finding, also }) => [finding.rule, also.length])).toEqual([
    ['option/unknown', 4],
    ['option/value', 4],
    ['raft/multiplier', 4],
    ['option/unknown', 4],
    ['option/unknown', 4],
  ]);
  const text = pretty({ findings, files: 5 }, plain);
  expect(text.match(/^\S+ {2}(?:error|warning|info) /gm)).toHaveLength(5);
  expect(text).toContain('the same at srv2/consul.hcl:5:1');
  expect(text.trimEnd().split('\n').at(-1)).toBe('5 files checked: 5 errors in 25 places, 4 with a fix.');
});

test('a mistake of a hundred nodes fits on a screen', () => {
  const findings = reported(estate(100, ['log_lvl = "INFO"']));
  expect(findings).toHaveLength(100);
  const text = pretty({ findings, files: 100 }, plain);
  expect(text.split('\n').length).toBeLessThan(15);
  expect(text.replace(/\s+/g, ' ')).toContain('and 95 more places (--format json lists them)');
});

test('reports for programs keep every place', () => {
  const findings = reported(estate(5, mistakes));
  const report = JSON.parse(json({ findings, files: 5 }, plain)) as { findings: { file: string }[] };
  expect(new Set(report.findings.map(({ file }) => file)).size).toBe(5);
  expect(report.findings).toHaveLength(25);
});

test('a page shows the other places behind a button', () => {
  const findings = reported(estate(3, ['log_lvl = "INFO"']));
  const page = html({ findings, files: 3, clusters: () => [] }, plain);
  expect(page).toContain('The same in 2 more places');
  expect(page.match(/<li class="finding"/g)).toHaveLength(1);
});

test('another message, or another half of the conflict, is another finding', () => {
  const findings = reported({
    ...estate(2, ['log_lvl = "INFO"']),
    'srv3/consul.hcl': 'data_dir = "/var/lib/consul"\nlog_levl = "INFO"\n',
  }).filter(({ rule }) => rule === 'option/unknown');
  expect(withoutRepeats(findings).map(({ also }) => also.length)).toEqual([1, 0]);
});
