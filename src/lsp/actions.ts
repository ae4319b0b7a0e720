/** Quick fixes: the fixes of findings, one by one, and all safe ones of a file at once. */
import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Finding, Fix } from '../finding.ts';
import { maskFinding } from '../secrets/finding.ts';
import { changedPart, type TextEdit } from '../text/source/edit.ts';
import type { Source } from '../text/source/source.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toRange, toTextEdit, toUri } from './positions.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.consul-cfg`;

/** A text after all safe fixes. */
export interface FixedText {
  readonly source: Source;
  readonly after: string;
}

/**
 * @param findings those of the file that the range is in
 * @param fixedTexts the file with all of their safe fixes, as `lint --fix` does
 * @param isHarmless whether the fix of a finding does no harm when it is applied alone
 */
export function codeActions(
  findings: readonly Finding[],
  range: Range,
  only: readonly string[],
  fixedTexts: () => readonly FixedText[],
  isHarmless: (finding: Finding) => boolean,
): CodeAction[] {
  const wants = (kind: string): boolean =>
    only.length === 0 || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of findings) {
      if (finding.fix && touches(toRange(finding.at), range) && isHarmless(finding))
        actions.push(quickFix(finding, finding.fix));
    }
  }
  if (wants(fixAllKind) && findings.some(({ fix }) => fix?.safe)) actions.push(...fixAll(fixedTexts()));
  return actions;
}

const quickFix = (finding: Finding, fix: Fix): CodeAction => ({
  title: capitalize(maskFinding(finding).fix?.title ?? ''),
  kind: CodeActionKind.QuickFix,
  diagnostics: [toDiagnostic(finding)],
  isPreferred: fix.safe,
  edit: toWorkspaceEdit(fix.edits),
});

/** The new texts as one edit a file. */
function fixAll(fixed: readonly FixedText[]): CodeAction[] {
  const edits = fixed.map(({ source, after }) => changedPart(source, after));
  if (edits.length === 0) return [];
  return [{ title: 'Apply all safe fixes', kind: fixAllKind, edit: toWorkspaceEdit(edits) }];
}

function toWorkspaceEdit(edits: readonly TextEdit[]): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const edit of edits) {
    const uri = toUri(edit.source);
    changes[uri] = [...(changes[uri] ?? []), toTextEdit(edit)];
  }
  return { changes };
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
