/** Every format renders the same findings; those with a schema are held against it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Finding } from '../../src/finding.ts';
import type { ReportInput } from '../../src/report/report.ts';
import { reporters } from '../../src/report/reporters.ts';
import { Source } from '../../src/text/source/source.ts';

const plain = { colour: false, width: 80 };
const a = new Source('etc/a b.hcl', 'server = true\nbootstrap_expect = 4\n');
const b = new Source('b.json', '{"encrypt": "c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg="}');

const findings: readonly Finding[] = [
  {
    rule: 'quorum/even-bootstrap-expect',
    severity: 'error',
    message: 'bootstrap_expect is 4, 100% as good as 3: write 3 or 5\nnot "4" & not <4>.',
    at: a.span(14, 34),
    path: 'bootstrap_expect',
    fix: { title: 'write 3', safe: false, edits: [{ ...a.span(33, 34), text: '3' }] },
    related: [{ at: b.span(1, 10), message: 'the other half' }],
  },
  { rule: 'gossip/published-key', severity: 'warning', message: 'A published key.', at: b.span(12, 58) },
  { rule: 'quorum/min-quorum', severity: 'info', message: 'Advice.', at: a.span(0, 6) },
];

async function render(format: string, input: ReportInput = { findings, files: 2 }): Promise<string> {
  const report = await reporters[format as keyof typeof reporters]!();
  return report(input, plain);
}

test('pretty: place, message, frame with marks, the other half, the fix, a summary', async () => {
  expect(await render('pretty')).toBe(`etc/a b.hcl:2:1  error  quorum/even-bootstrap-expect
  bootstrap_expect is 4, 100% as good as 3: write 3 or 5 not "4" & not <4>.
  1 | server = true
  2 | bootstrap_expect = 4
    | ^^^^^^^^^^^^^^^^^^^^
    → b.json:1:2: the other half
    fix: write 3 (consul-cfg lint --fix-unsafe)

b.json:1:13  warning  gossip/published-key
  A published key.
  1 | {"encrypt": "********************************************"}
    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

etc/a b.hcl:1:1  info  quorum/min-quorum
  Advice.
  1 | server = true
    | ^^^^^^

2 files checked: 1 error, 1 warning, 1 info, 1 with a fix.
`);
});

test('json: the promised shape', async () => {
  const report = JSON.parse(await render('json'));
  expect(report.version).toBe(1);
  expect(report.summary).toEqual({ files: 2, errors: 1, warnings: 1, infos: 1, fixable: 1 });
  expect(report.findings[0]).toEqual({
    rule: 'quorum/even-bootstrap-expect',
    severity: 'error',
    message: findings[0]!.message,
    file: 'etc/a b.hcl',
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 21,
    path: 'bootstrap_expect',
    related: [{ message: 'the other half', file: 'b.json', line: 1, column: 2, endLine: 1, endColumn: 11 }],
    fixable: 'unsafe',
  });
});

test('github: one workflow command a finding, escaped as GitHub asks', async () => {
  expect(await render('github')).toBe(
    [
      '::error file=etc/a b.hcl,line=2,col=1,endLine=2,endColumn=21,title=quorum/even-bootstrap-expect::bootstrap_expect is 4, 100%25 as good as 3: write 3 or 5%0Anot "4" & not <4>.',
      '::warning file=b.json,line=1,col=13,endLine=1,endColumn=59,title=gossip/published-key::A published key.',
      '::notice file=etc/a b.hcl,line=1,col=1,endLine=1,endColumn=7,title=quorum/min-quorum::Advice.',
      '',
    ].join('\n'),
  );
});

test('github: no columns where the end is on another line', async () => {
  const at = a.span(0, 20);
  const line = await render('github', { findings: [{ ...findings[2]!, at }], files: 1 });
  expect(line).toBe('::notice file=etc/a b.hcl,line=1,endLine=2,title=quorum/min-quorum::Advice.\n');
});

test('compact: one line a finding', async () => {
  const lines = (await render('compact')).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe('b.json:1:13: warning: A published key. [gossip/published-key]');
});

describe('sarif', () => {
  const {
    id,
    $schema: _draft4,
    ...schema
  } = JSON.parse(readFileSync(join(import.meta.dirname, 'schemas/sarif-2.1.0.json'), 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile({
    $id: id,
    ...schema,
  });

  test.each([
    ['findings with fixes and related places', { findings, files: 2 }],
    ['nothing', { findings: [], files: 1 }],
    [
      'rules described',
      { findings, files: 2, describe: () => ({ summary: 's', rationale: 'r', severity: 'info' as const }) },
    ],
  ])('is valid against the official schema: %s', async (_name, input) => {
    const log = JSON.parse(await render('sarif', input));
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('names the place, the fix and the other half', async () => {
    const [result] = JSON.parse(await render('sarif')).runs[0].results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'etc/a%20b.hcl' },
      region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 21 },
    });
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('3');
    expect(result.relatedLocations[0].message.text).toBe('the other half');
  });
});

test('no format shows the key', async () => {
  for (const format of Object.keys(reporters)) {
    expect(await render(format), format).not.toContain('c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQ');
  }
});

describe('markup in names, messages and files', () => {
  const file = new Source('etc/<a> & "b" \'c\'.hcl', 'server = "<b>&\\u0007"\n');
  const marked: Finding = {
    rule: 'quorum/min-quorum',
    severity: 'error',
    message: 'not "4" & not <4> ]]> \u0007\ud800\n<script>alert(1)</script>',
    at: file.span(9, 16),
    related: [{ at: file.span(0, 6), message: '</failure> & <![CDATA[' }],
    fix: { title: 'write <3> & "4"', safe: true, edits: [] },
  };
  const names = Object.keys(reporters);

  test.each(names)('%s: a report in XML is well-formed', async (format) => {
    const xml = await render(format, { findings: [marked, { ...marked, severity: 'info' }], files: 1 });
    if (!xml.startsWith('<?xml')) return;
    const { errors } = await validateXML({ xml, normalization: 'format' });
    expect(errors).toEqual([]);
  });

  test('at least one format is XML', async () => {
    const texts = await Promise.all(names.map((format) => render(format)));
    expect(texts.some((text) => text.startsWith('<?xml'))).toBe(true);
  });
});
