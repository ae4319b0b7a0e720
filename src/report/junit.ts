/**
 * JUnit XML, for the test page of CI servers: a suite for each file, a failed case for each finding in it. `errors` are
 * tests that broke, so there are none; the attribute is there because Jenkins' schema requires it.
 */
import type { Finding } from '../finding.ts';
import { groupBy } from '../util/collections.ts';
import { visibleLine } from '../util/visible.ts';
import { atPlace, count, type Reporter } from './report.ts';

export const junit: Reporter = ({ findings }) => {
  const byFile = groupBy(findings, ({ at }) => at.source.file);
  const suites = [...byFile].map(([file, found]) => suite(file, found));
  if (suites.length === 0) suites.push(cleanSuite);
  const total = findings.length || 1;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="consul-cfg" tests="${total}" failures="${failures(findings)}" errors="0">
${suites.join('\n')}
</testsuites>
`;
};

/** CI servers call a report without any case an error, so a clean run has one that passes. */
const cleanSuite = `  <testsuite name="consul-cfg" tests="1" failures="0" errors="0">
    <testcase name="nothing to report" classname="consul-cfg"/>
  </testsuite>`;

const failures = (findings: readonly Finding[]): number => count(findings).error + count(findings).warning;

function suite(file: string, findings: readonly Finding[]): string {
  return `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${failures(findings)}" errors="0">
${findings.map(testCase).join('\n')}
  </testsuite>`;
}

/** Advice is not a failure: it goes into the case's output. */
function testCase({ at, message, rule, severity }: Finding): string {
  const { line, column } = at.source.position(at.start);
  const place = `${atPlace(at)}: ${message}`;
  const body =
    severity === 'info'
      ? `<system-out>${xml(place)}</system-out>`
      : `<failure type="${severity}" message="${xml(message)}">${xml(place)}</failure>`;
  return `    <testcase name="${xml(`${rule} (${line}:${column})`)}" classname="${xml(at.source.file)}">
      ${body}
    </testcase>`;
}

/** XML 1.0 has no way to write most control characters, nor lone surrogates: they become U+FFFD. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replace(/[\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, visibleLine)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/##(?=\w*\[)/g, '#&#35;');
}
