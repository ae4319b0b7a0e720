/** The report for people: where, what, why and what to write, the line itself, the other half, and a summary. */

import type { Severity } from '../finding.ts';
import type { Span } from '../text/source/source.ts';
import { plural } from '../util/text.ts';
import { visible } from '../util/visible.ts';
import { type Colours, coloursIf } from './colours.ts';
import { frame } from './frame.ts';
import { type RepeatedFinding, withoutRepeats } from './repeated.ts';
import {
  atPlace,
  count,
  passedOverText,
  type Reporter,
  type ReportInput,
  type ReportStyle,
} from './report.ts';

export const pretty: Reporter = (input, { colour, width, excerpt }) => {
  const colours = coloursIf(colour);
  const blocks = withoutRepeats(input.findings).map((repeated) =>
    showFinding(repeated, colours, { width, excerpt, isLint: input.rules !== undefined }),
  );
  const passedOver = input.passedOver && passedOverText(input.passedOver);
  const rest = passedOver === undefined ? [] : [`${passedOver}; --explain-grouping lists them.`];
  const note = input.release ? [colours.dim(visible(`${input.release.text}${rulesText(input)}`))] : [];
  return `${[...blocks, summary(input, colours), ...rest, ...note].join('\n')}\n`;
};

/** Where they are not the usual ones. */
function rulesText({ rules }: ReportInput): string {
  if (!rules) return '';
  const preset = rules.preset === 'recommended' ? [] : [`preset ${rules.preset}`];
  const profile = rules.profiles.length === 0 ? [] : [`profile ${rules.profiles.join(', ')}`];
  return [...preset, ...profile].map((part) => `; ${part}`).join('');
}

function showFinding(
  { finding, also }: RepeatedFinding,
  colours: Colours,
  { width, excerpt, isLint }: Pick<ReportStyle, 'width' | 'excerpt'> & { readonly isLint: boolean },
): string {
  const lines = [
    `${colours.bold(atPlace(finding.at))}  ${severity(finding.severity, colours)}  ${colours.cyan(finding.rule)}`,
    ...wrap(visible(finding.message), width - 2).map((line) => `  ${line}`),
    ...showFrame(finding.at, colours, excerpt),
  ];
  for (const { at, message } of finding.related ?? []) {
    lines.push(
      ...wrap(`${atPlace(at)}: ${visible(message)}`, width - 6).map(
        (line, i) => `    ${i ? '  ' : '→ '}${line}`,
      ),
    );
  }
  if (also.length > 0)
    lines.push(...wrap(`the same at ${places(also)}`, width - 4).map((line) => `    ${line}`));
  if (finding.fix) {
    const flag = finding.fix.safe ? '--fix' : '--fix-unsafe';
    lines.push(
      colours.green(`    fix: ${visible(finding.fix.title)} (${isLint ? flag : `consul-cfg lint ${flag}`})`),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** More places than these are counted only. */
const placesShown = 5;

function places(spans: readonly Span[]): string {
  if (spans.length <= placesShown) return spans.map(atPlace).join(', ');
  const shown = spans.slice(0, placesShown - 1).map(atPlace);
  return `${shown.join(', ')} and ${spans.length - shown.length} more places (--format json lists them)`;
}

/** For the number of the line and what is between. */
const margin = 10;

function showFrame(at: Span, colours: Colours, excerpt?: number): string[] {
  const lines = frame(at, excerpt && Math.max(20, excerpt - margin));
  const gutter = Math.max(...lines.map(({ number }) => String(number ?? '').length), 1);
  return lines.map(({ number, text }) =>
    number === undefined
      ? `  ${' '.repeat(gutter)} ${colours.dim('|')} ${colours.red(text)}`
      : `  ${colours.dim(`${String(number).padStart(gutter)} |`)} ${text}`,
  );
}

function severity(level: Severity, colours: Colours): string {
  const paint = { error: colours.red, warning: colours.yellow, info: colours.blue }[level];
  return paint(level);
}

export function summary({ findings, files }: ReportInput, colours: Colours): string {
  const shown = withoutRepeats(findings).map(({ finding }) => finding);
  const { error, warning, info, fixable } = count(shown);
  const checked = `${plural(files, 'file')} checked`;
  if (findings.length === 0) return colours.green(`${checked}: nothing to report.`);
  const parts = [
    error && colours.red(plural(error, 'error')),
    warning && colours.yellow(plural(warning, 'warning')),
    info && colours.blue(`${info} info`),
  ].filter(Boolean);
  const fixes = fixable ? `, ${fixable} with a fix` : '';
  const inPlaces = shown.length < findings.length ? ` in ${findings.length} places` : '';
  return `${checked}: ${parts.join(', ')}${inPlaces}${fixes}.`;
}

/** Words on lines of at most `width` columns; a longer word has its own line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > Math.max(width, 20)) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines;
}
