/**
 * JUnit XML, for the test page of CI servers: a suite for each file, a case for each finding in it, which fails where it is an error. `errors` are
 * tests that broke, so there are none; the attribute is there because Jenkins' schema requires it.
 */
import type { Finding } from '../finding.ts';
import { groupBy } from '../util/collections.ts';
import { program } from './about.ts';
import { atPlace, count, type Reporter, type ReportInput } from './report.ts';
import { xml } from './xml.ts';

export const junit: Reporter = (input) => {
  const { findings } = input;
  const byFile = groupBy(findings, ({ at }) => at.source.file);
  const suites = [...byFile].map(([file, found]) => suite(file, found, input));
  if (suites.length === 0) suites.push(cleanSuite(input));
  const total = findings.length || 1;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="consul-cfg" tests="${total}" failures="${failures(findings)}" errors="0">
${suites.join('\n')}
</testsuites>
`;
};

/** CI servers call a report without any case an error, so a clean run has one that passes. */
const cleanSuite = (
  input: ReportInput,
): string => `  <testsuite name="consul-cfg" tests="1" failures="0" errors="0">
${properties(input)}
    <testcase name="nothing to report" classname="consul-cfg"/>
  </testsuite>`;

const failures = (findings: readonly Finding[]): number => count(findings).error;

function suite(file: string, findings: readonly Finding[], input: ReportInput): string {
  return `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${failures(findings)}" errors="0">
${properties(input)}
${findings.map(testCase).join('\n')}
  </testsuite>`;
}

/** What was run. */
function properties({ release, rules }: ReportInput): string {
  const all = {
    version: program.version,
    ...(release && { consul: release.releases.join(', '), checkedFor: release.text }),
    ...(rules && { preset: rules.preset }),
    ...(rules?.profiles.length && { profile: rules.profiles.join(', ') }),
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `      <property name="${name}" value="${xml(value)}"/>`,
  );
  return `    <properties>\n${lines.join('\n')}\n    </properties>`;
}

/** A server calls a job with failures red: warnings and advice go into the case's output. */
function testCase({ at, message, rule, severity }: Finding): string {
  const { line, column } = at.source.position(at.start);
  const place = `${atPlace(at)}: ${message}`;
  const body =
    severity !== 'error'
      ? `<system-out>${xml(`${severity}: ${place}`)}</system-out>`
      : `<failure type="${severity}" message="${xml(message)}">${xml(place)}</failure>`;
  return `    <testcase name="${xml(`${rule} (${line}:${column})`)}" classname="${xml(at.source.file)}">
      ${body}
    </testcase>`;
}
