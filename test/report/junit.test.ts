/** JUnit XML against the schema that Jenkins holds reports to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Finding } from '../../src/finding.ts';
import { junit } from '../../src/report/junit.ts';
import { Source } from '../../src/text/source/source.ts';

const schema = readFileSync(join(import.meta.dirname, 'schemas/junit-10.xsd'), 'utf8');
const source = new Source('etc/<a> & "b".hcl', 'server = true\nbootstrap_expect = 4\n');

const finding = (severity: Finding['severity'], message: string): Finding => ({
  rule: 'quorum/even-bootstrap-expect',
  severity,
  message,
  at: source.span(14, 34),
});

const render = (findings: readonly Finding[]): string =>
  junit({ findings, files: 1 }, { colour: false, width: 80 });

const cases: readonly [string, readonly Finding[]][] = [
  ['nothing', []],
  [
    'one of each severity',
    [finding('error', 'bad'), finding('warning', 'doubtful'), finding('info', 'advice')],
  ],
  ['markup and line ends', [finding('error', 'write 3 or 5\nnot "4" & not <4> ]]>')]],
  [
    'what XML cannot hold',
    [finding('error', 'a\u0000b\u0007c\ud800d\uffffe'), finding('info', '\u001b[31m')],
  ],
];

test.each(cases)('is valid: %s', async (_name, findings) => {
  const { errors } = await validateXML({ xml: render(findings), schema });
  expect(errors).toEqual([]);
});

test('the schema notices a mistake', async () => {
  const { valid } = await validateXML({ xml: render([]).replace(' errors="0"', ' faults="0"'), schema });
  expect(valid).toBe(false);
});

test('errors fail, warnings and advice do not', () => {
  const xml = render([finding('error', 'a\nb'), finding('warning', 'c'), finding('info', 'd')]);
  expect(xml).toContain('<testsuites name="consul-cfg" tests="3" failures="1" errors="0">');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toContain('message="a&#10;b"');
  expect(render([])).toContain('tests="1" failures="0"');
});
