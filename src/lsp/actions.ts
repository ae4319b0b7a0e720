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

export interface ActionAnswers {
  /** The file with all safe fixes of its findings, as `lint --fix` does. */
  readonly fixedTexts: () => readonly FixedText[];
  /** Whether the fix of a finding does no harm when it is applied alone. */
  readonly isHarmless: (finding: Finding) => boolean;
  /** What ignores a finding, once its reason is written; undefined where nothing does. */
  readonly ignoring: (finding: Finding) => WorkspaceEdit | undefined;
}

/** @param findings those of the file that the range is in */
export function codeActions(
  findings: readonly Finding[],
  range: Range,
  only: readonly string[],
  { fixedTexts, isHarmless, ignoring }: ActionAnswers,
): CodeAction[] {
  const wants = (kind: string): boolean =>
    only.length === 0 || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = findings.filter(({ at }) => touches(toRange(at), range));
    for (const finding of here)
      if (finding.fix && isHarmless(finding)) actions.push(quickFix(finding, finding.fix));
    for (const finding of here) actions.push(...ignoreAction(finding, ignoring(finding)));
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

const ignoreAction = (finding: Finding, edit: WorkspaceEdit | undefined): CodeAction[] =>
  edit
    ? [
        {
          title: `Ignore ${finding.rule} here: write the reason behind it`,
          kind: CodeActionKind.QuickFix,
          diagnostics: [toDiagnostic(finding)],
          edit,
        },
      ]
    : [];

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
