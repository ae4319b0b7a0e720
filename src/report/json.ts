/** The report for programs. Its shape is a promise: fields are added, never changed; `version` says if ever they are. */
import type { Finding } from '../finding.ts';
import type { Span } from '../text/source/source.ts';
import { printableJson } from '../text/source/visible.ts';
import { count, type Reporter } from './report.ts';

export const json: Reporter = ({ findings, files, release, passedOver }) => {
  const { error, warning, info, fixable } = count(findings);
  const report = {
    version: 1,
    ...(release && { consul: release.releases, checkedFor: release.text }),
    findings: findings.map(findingToJson),
    summary: {
      files,
      errors: error,
      warnings: warning,
      infos: info,
      fixable,
      ...(passedOver && { passedOver }),
    },
  };
  return `${printableJson(report, 2)}\n`;
};

export function findingToJson(finding: Finding): object {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...place(finding.at),
    ...(finding.path !== undefined && { path: finding.path }),
    ...(finding.related?.length && {
      related: finding.related.map(({ at, message }) => ({ message, ...place(at) })),
    }),
    ...(finding.fix && { fixable: finding.fix.safe ? 'safe' : 'unsafe' }),
  };
}

/** Lines and columns from 1; the end is the column after the last character. */
function place({ source, start, end }: Span): object {
  const from = source.position(start);
  const to = source.position(end);
  return { file: source.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
