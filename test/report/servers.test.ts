/** Reports for servers of CI: the forms that they read, paths from the root of the repository, and what was run. */
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { Finding } from '../../src/finding.ts';
import type { ReportInput, ReportStyle } from '../../src/report/report.ts';
import { reporters } from '../../src/report/reporters.ts';
import { Source } from '../../src/text/source/source.ts';

const a = new Source('x/a b.hcl', 'server = true\nbootstrap_expect = 4\nü = 1\n');
const findings: readonly Finding[] = [
  {
    rule: 'quorum/even-bootstrap-expect',
    severity: 'error',
    message: 'bootstrap_expect is 4: "write" <3> | or 5\nnot [4](http://x)',
    at: a.span(14, 34),
    path: 'bootstrap_expect',
    fix: { title: 'write 3', safe: true, edits: [{ ...a.span(33, 34), text: '3' }] },
  },
  { rule: 'gossip/unencrypted', severity: 'warning', message: 'Not set.', at: a.span(0, 0) },
  { rule: 'gossip/unencrypted', severity: 'info', message: 'Not set.', at: a.span(0, 0) },
  { rule: 'option/unknown', severity: 'error', message: 'ü', at: a.span(35 + 4, 35 + 5) },
];
const input: ReportInput = {
  findings,
  files: 2,
  release: { releases: ['1.16'], text: 'linted for Consul 1.16 (--consul)' },
  rules: { preset: 'strict', profiles: ['patroni'] },
};
const style: ReportStyle = { colour: false, width: 80, repository: { root: '/repo', cwd: '/repo/team' } };

async function render(format: keyof typeof reporters, given = input): Promise<string> {
  return (await reporters[format]())(given, style);
}

test('gitlab: issues with a fingerprint each, which stays while lines move', async () => {
  const issues = JSON.parse(await render('gitlab'));
  expect(issues).toHaveLength(4);
  expect(issues[0]).toMatchObject({
    description: findings[0]!.message,
    check_name: 'quorum/even-bootstrap-expect',
    severity: 'critical',
    location: { path: 'team/x/a b.hcl', lines: { begin: 2, end: 2 } },
  });
  expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual([
    'critical',
    'minor',
    'info',
    'critical',
  ]);
  const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(prints).size).toBe(4);
  const moved = new Source('x/a b.hcl', `\n\n${a.text}`);
  const later = findings.map((finding) => ({
    ...finding,
    at: moved.span(finding.at.start + 2, finding.at.end + 2),
  }));
  const again = JSON.parse(await render('gitlab', { ...input, findings: later }));
  expect(again[0].fingerprint).toBe(prints[0]);
  expect(again[0].location.lines.begin).toBe(4);
  expect(JSON.parse(await render('gitlab', { ...input, findings: [] }))).toEqual([]);
});

test('checkstyle: a file with its errors, as attributes', async () => {
  const text = await render('checkstyle');
  expect(text).toContain('<file name="team/x/a b.hcl">');
  expect(text).toContain(
    '<error line="2" column="1" severity="error" message="bootstrap_expect is 4: &quot;write&quot; &lt;3&gt; | or 5&#10;not [4](http://x)" source="consul-cfg.quorum/even-bootstrap-expect"/>',
  );
  expect(text.match(/<error /g)).toHaveLength(4);
  expect(text).toContain(
    '<!-- linted for Consul 1.16 (- -consul); preset strict; profile patroni; consul-cfg',
  );
  expect(await render('checkstyle', { ...input, findings: [] })).toMatch(
    /<checkstyle version="4\.3">\n<\/checkstyle>\n$/,
  );
});

test('rdjson: ranges in bytes of UTF-8, the page of the rule, and one change to accept', async () => {
  const { source, diagnostics } = JSON.parse(await render('rdjson'));
  expect(source.name).toContain('linted for Consul 1.16');
  expect(diagnostics[0]).toMatchObject({
    location: {
      path: 'team/x/a b.hcl',
      range: { start: { line: 2, column: 1 }, end: { line: 2, column: 21 } },
    },
    severity: 'ERROR',
    code: {
      value: 'quorum/even-bootstrap-expect',
      url: expect.stringMatching(/docs\/rules\/quorum\/even-bootstrap-expect\.md$/),
    },
    suggestions: [{ range: { start: { line: 2, column: 20 }, end: { line: 2, column: 21 } }, text: '3' }],
  });
  // `ü` has two bytes.
  expect(diagnostics[3].location.range.start).toEqual({ line: 3, column: 6 });
  expect(diagnostics[1].suggestions).toBeUndefined();
});

test('markdown: a table in which nothing of a file is markup', async () => {
  const text = await render('markdown');
  expect(text).toContain('2 files checked: **2 errors, 1 warning, 1 info**.');
  expect(text).toContain(
    String.raw`| error | team/x/a b.hcl:2:1 | bootstrap\_expect is 4: "write" &lt;3&gt; \| or 5 not \[4\]\(http://x\) |`,
  );
  expect(text).toContain(
    `<sub>linted for Consul 1.16 \\(--consul\\); preset strict; profile patroni; consul-cfg ${packageJson.version}</sub>`,
  );
  expect(await render('markdown', { ...input, findings: [] })).toContain('nothing to report');
  const many = Array.from({ length: 300 }, (_, i): Finding => ({ ...findings[0]!, message: `m${i}` }));
  expect(await render('markdown', { ...input, findings: many })).toContain('100 findings more.');
});

test('sarif: what code scanning shows and sorts by', async () => {
  const { runs } = JSON.parse(await render('sarif'));
  const [run] = runs;
  expect(run.automationDetails).toEqual({ id: 'consul-cfg/1.16/' });
  expect(run.properties).toEqual({
    consul: ['1.16'],
    checkedFor: 'linted for Consul 1.16 (--consul)',
    preset: 'strict',
    profiles: ['patroni'],
  });
  const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === 'gossip/unencrypted');
  expect(rule.helpUri).toMatch(/^https:\/\/.*docs\/rules\/gossip\/unencrypted\.md$/);
  expect(rule.properties.tags).toEqual(['security', 'consul', 'gossip']);
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('team/x/a%20b.hcl');
  const prints = run.results.map(
    (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
  );
  expect(new Set(prints).size).toBe(4);
});

test('sarif: security-severity, precision and help in Markdown come with the description of a rule', async () => {
  const describe = () => ({ summary: 'S.', rationale: 'R.', severity: 'warning' as const });
  const { runs } = JSON.parse(await render('sarif', { ...input, describe }));
  const rules = new Map(runs[0].tool.driver.rules.map((rule: { id: string }) => [rule.id, rule]));
  expect(rules.get('gossip/unencrypted')).toMatchObject({
    help: { markdown: expect.stringMatching(/^R\.\n\n`consul-cfg explain gossip\/unencrypted`/) },
    properties: { 'security-severity': '5.5', precision: 'high' },
  });
  expect(rules.get('option/unknown')).not.toHaveProperty(['properties', 'security-severity']);
});

test('github: paths from the root of the repository; others stay as they are', async () => {
  expect(await render('github')).toMatch(/^::error file=team\/x\/a b\.hcl,line=2/);
  const outside = new Source('../../etc/a.hcl', 'x = 1\n');
  const found = [{ ...findings[1]!, at: outside.span(0, 1) }];
  expect(await render('github', { ...input, findings: found })).toMatch(/file=\.\.\/\.\.\/etc\/a\.hcl,/);
});

test('junit: errors fail, the rest passes, and what was run is a property', async () => {
  const text = await render('junit');
  expect(text).toContain('tests="4" failures="2"');
  expect(text).toContain('<property name="consul" value="1.16"/>');
  expect(text).toContain('<property name="profile" value="patroni"/>');
  expect(text.match(/<failure /g)).toHaveLength(2);
});

test('every other format says what was run too', async () => {
  expect(JSON.parse(await render('json'))).toMatchObject({
    program: `consul-cfg ${packageJson.version}`,
    rules: input.rules,
    consul: ['1.16'],
  });
  expect(await render('pretty')).toMatch(
    /linted for Consul 1\.16 \(--consul\); preset strict; profile patroni\n$/,
  );
  expect(await render('html')).toContain(
    'Linted for Consul 1.16 (--consul); preset strict, profile patroni.',
  );
  expect(await render('html')).toMatch(
    /<a href="https:\/\/[^"]+\/docs\/rules\/option\/unknown\.md">option\/unknown<\/a>/,
  );
  expect(await render('html')).toContain(`<code class="command">consul-cfg lint --fix 'x/a b.hcl'</code>`);
});
