/**
 * Which fixes of a text that the agent cannot read may be made: those that make it readable, and no others. What a
 * value or a missing option should be is not known of a text that was partly guessed.
 */
import type { Finding } from '../../finding.ts';
import type { Run } from '../../text/bare.ts';
import { decode } from '../../text/decode.ts';
import { parse } from '../../text/parse.ts';
import { applyChanges } from '../../text/source/edit.ts';
import { Source } from '../../text/source/source.ts';
import type { ConfigFormat } from '../load/file.ts';

export interface Guessed {
  readonly source: Source;
  readonly format: ConfigFormat;
  readonly version: string;
  /** Where recovery does not know what was meant. */
  readonly recovered: readonly Run[];
  readonly findings: readonly Finding[];
}

/** The findings, without the fixes that might do harm. */
export function withoutUnsafeFixes(text: Guessed): Finding[] {
  const isTemplate = template.test(text.source.text);
  const findings = text.findings.map((finding) =>
    !isTemplate && isSyntax(finding) && !touches(finding, text.recovered) ? finding : withoutFix(finding),
  );
  const safe = findings.flatMap(({ fix }) => (fix?.safe ? [fix] : []));
  if (safe.length === 0 || isReadable(text, safe)) return findings;
  return findings.map((finding) =>
    finding.fix ? { ...finding, fix: { ...finding.fix, safe: false } } : finding,
  );
}

/** Statements of Jinja, ERB or Go templates, or their values outside of strings: after a fix, the text would not be a template. */
const template = /\{%|<%|(?:^|[:=,[])\s*\{\{/m;

const isSyntax = ({ rule }: Finding): boolean => rule.startsWith('syntax/');

export const withoutFix = ({ fix: _, ...finding }: Finding): Finding => finding;

/** A value without quotes is fixed as a whole, and only by its own fix. */
function touches({ at, fix }: Finding, recovered: readonly Run[]): boolean {
  const edits = fix?.edits ?? [];
  return recovered.some(
    ({ start, end }) =>
      !(start === at.start && end === at.end) && edits.some((edit) => edit.start <= end && start <= edit.end),
  );
}

/** Whether the agent reads the text once all of these are made. */
function isReadable(
  { source, format, version }: Guessed,
  fixes: readonly NonNullable<Finding['fix']>[],
): boolean {
  const after = applyChanges(fixes).texts.get(source) ?? source.text;
  const tree = parse(new Source(source.file, after), format, { consul: version });
  const isGuessed = tree.refusal !== undefined || (tree.recovered ?? []).length > 0;
  return !isGuessed && decode(tree).refusal === undefined;
}
