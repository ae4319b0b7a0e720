/** A summary in Markdown, for the summary of a GitHub job, a comment or a mail: what was found, rule by rule. */
import type { Severity } from '../finding.ts';
import { groupBy } from '../util/collections.ts';
import { plural } from '../util/text.ts';
import { visibleLine } from '../util/visible.ts';
import { repositoryPath, rulePage, runText } from './about.ts';
import { type RepeatedFinding, withoutRepeats } from './repeated.ts';
import { count, passedOverText, type Reporter, type ReportInput, type ReportStyle } from './report.ts';

/** GitHub takes one mebibyte for a job, and readers take less. */
const mostRows = 200;

const levels: readonly Severity[] = ['error', 'warning', 'info'];

export const markdown: Reporter = (input, style) => {
  const repeated = levels.flatMap((level) =>
    withoutRepeats(input.findings.filter(({ severity }) => severity === level)),
  );
  const rows = repeated.slice(0, mostRows).map((one) => row(one, style));
  const left = repeated.length - rows.length;
  const parts = [
    '### Consul configuration',
    headline(input),
    ...(rows.length > 0 ? [['| | where | what | rule |', '|---|---|---|---|', ...rows].join('\n')] : []),
    ...(left > 0 ? [`${plural(left, 'finding')} more.`] : []),
    ...rulesText(input),
    ...(input.passedOver ? (passedOverText(input.passedOver) ?? []) : []),
    `<sub>${escaped(runText(input))}</sub>`,
  ];
  return `${parts.join('\n\n')}\n`;
};

function headline({ findings, files }: ReportInput): string {
  const { error, warning, info } = count(findings);
  if (findings.length === 0) return `${plural(files, 'file')} checked: nothing to report.`;
  const parts = [
    error && plural(error, 'error'),
    warning && plural(warning, 'warning'),
    info && `${info} info`,
  ];
  return `${plural(files, 'file')} checked: **${parts.filter(Boolean).join(', ')}**.`;
}

function row({ finding, also }: RepeatedFinding, style: ReportStyle): string {
  const { severity, at, message, rule } = finding;
  const { line, column } = at.source.position(at.start);
  const others = also.length > 0 ? ` and ${plural(also.length, 'more place')}` : '';
  const place = `${repositoryPath(at.source.file, style)}:${line}:${column}`;
  const page = rulePage(rule);
  const name = page === undefined ? escaped(rule) : `[${escaped(rule)}](${page})`;
  return `| ${severity} | ${escaped(place)}${others} | ${escaped(message)} | ${name} |`;
}

/** By rule where there are many findings. */
function rulesText({ findings }: ReportInput): string[] {
  const byRule = [...groupBy(findings, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length);
  if (byRule.length < 2 || findings.length < 10) return [];
  return [byRule.map(([rule, of]) => `${escaped(rule)} ${of.length}`).join(', ')];
}

/** Nothing of a file is markup: not a link, not an image, not a mention. */
const escaped = (text: string): string =>
  visibleLine(text.replace(/\s*\n\s*/g, ' '))
    .replace(/[\\`*_{}[\]()#+!|~@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
