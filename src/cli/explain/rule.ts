/** A rule: why it exists, its levels, what it is about, and an example of each side. */
import type { PlainRule } from '../../index.ts';
import { indented, type Show } from './show.ts';

export function ruleText(rule: PlainRule, show: Show): string {
  const { id, severity, summary, rationale, options, fix, bad, good } = rule;
  const { paint, width } = show;
  const head = [severity, releasesOf(rule), fix && `with ${fix === 'safe' ? 'a safe' : 'an unsafe'} fix`];
  return [
    `${paint.bold(id)}  ${head.filter(Boolean).join(', ')}`,
    indented(summary, 2, width),
    ...(rationale ? [indented(rationale, 2, width)] : []),
    ...levelsText(rule, show),
    ...optionsText(options, show),
    ...(bad ? ['', paint.red('  bad'), exampleText(bad)] : []),
    ...(good ? [paint.green('  good'), exampleText(good)] : []),
  ].join('\n');
}

/** A line for each rule. */
export function rulesText(rules: readonly PlainRule[], { paint }: Show): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(
      ({ id, severity, summary }) => `${paint.bold(id.padEnd(width))}  ${severity.padEnd(7)}  ${summary}\n`,
    )
    .join('');
}

/** `since 1.17`, `before 1.20`; undefined where every release has the condition. */
export function releasesOf({ since, before }: Pick<PlainRule, 'since' | 'before'>): string | undefined {
  const parts = [since && `since ${since}`, before && `before ${before}`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function levelsText({ severities = [] }: PlainRule, { paint, width }: Show): string[] {
  const levels = severities.filter(({ when }) => when !== undefined);
  if (levels.length === 0) return [];
  return [
    '',
    paint.cyan('  levels'),
    ...levels.map(({ severity, when }) => indented(`${severity} ${when}`, 4, width)),
  ];
}

const optionsText = (options: readonly string[], { paint, width }: Show): string[] =>
  options.length > 0 ? ['', paint.cyan('  options'), indented(options.join(', '), 4, width)] : [];

const exampleText = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([file, text]) => `    # ${file}\n${text.trimEnd().replace(/^/gm, '    ')}\n`)
    .join('\n');
