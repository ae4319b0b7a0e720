/** Findings as the editor shows them. */

import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import type { Finding, Severity } from '../finding.ts';
import { rulePage } from '../report/about.ts';
import { maskFinding } from '../secrets/finding.ts';
import { own } from '../util/collections.ts';
import { toLocation, toRange } from './positions.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Rules whose findings an editor strikes through, or shows faded. */
const tags: Readonly<Record<string, DiagnosticTag>> = {
  'option/deprecated': DiagnosticTag.Deprecated,
  'syntax/silently-dropped': DiagnosticTag.Unnecessary,
};

/** Without secrets: editors log what they receive, and show it on the screen. */
export function toDiagnostic(found: Finding): Diagnostic {
  const finding = maskFinding(found);
  const tag = own(tags, finding.rule);
  const href = rulePage(finding.rule);
  return {
    range: toRange(finding.at),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'consul-cfg',
    message: finding.message,
    ...(tag && { tags: [tag] }),
    ...(finding.related?.length && {
      relatedInformation: finding.related.map(({ at, message }) => ({ location: toLocation(at), message })),
    }),
  };
}
