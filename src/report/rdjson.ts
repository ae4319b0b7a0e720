/** Diagnostics of reviewdog, which comments on pull requests anywhere, with fixes to accept. Columns count bytes of UTF-8. */
import type { Severity } from '../finding.ts';
import type { Span } from '../text/source/source.ts';
import { printableJson } from '../util/visible.ts';
import { program, repositoryPath, rulePage, runText } from './about.ts';
import type { Reporter } from './report.ts';

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

export const rdjson: Reporter = (input, style) => {
  const diagnostics = input.findings.map(({ rule, severity, message, at, fix }) => {
    const edits = fix?.edits.filter(({ source }) => source === at.source) ?? [];
    const isWhole = fix !== undefined && edits.length === fix.edits.length && edits.length > 0;
    const url = rulePage(rule);
    return {
      message,
      location: { path: repositoryPath(at.source.file, style), range: range(at) },
      severity: severities[severity],
      code: { value: rule, ...(url !== undefined && { url }) },
      // Reviewers accept one change by itself: a fix of several places would be made in part.
      ...(isWhole &&
        edits.length === 1 && {
          suggestions: edits.map((edit) => ({ range: range(edit), text: edit.text })),
        }),
    };
  });
  const source = { name: runText(input), url: program.url };
  return `${printableJson({ source, severity: 'WARNING', diagnostics }, 2)}\n`;
};

const range = ({ source, start, end }: Span): object => ({
  start: position({ source, start, end: start }),
  end: position({ source, start: end, end }),
});

function position({ source, start }: Span): object {
  const { line } = source.position(start);
  const before = source.text.slice(source.lineStart(line), start);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}
