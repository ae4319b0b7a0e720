/**
 * Code Quality of GitLab, which shows findings in the diff of a merge request: a list of issues in the form of Code Climate.
 * The format has no place for the run itself.
 */
import type { Severity } from '../finding.ts';
import { printableJson } from '../util/visible.ts';
import { fingerprints, repositoryPath, rulePage } from './about.ts';
import type { Reporter } from './report.ts';

const severities: Record<Severity, string> = { error: 'critical', warning: 'minor', info: 'info' };

export const gitlab: Reporter = ({ findings }, style) => {
  const prints = fingerprints(findings, style);
  const issues = findings.map(({ rule, severity, message, at }, i) => {
    const { file } = at.source;
    const url = rulePage(rule);
    return {
      description: message,
      check_name: rule,
      fingerprint: prints[i],
      severity: severities[severity],
      location: {
        path: repositoryPath(file, style),
        lines: { begin: at.source.position(at.start).line, end: at.source.position(at.end).line },
      },
      ...(url !== undefined && { content: { body: url } }),
    };
  });
  return `${printableJson(issues, 2)}\n`;
};
