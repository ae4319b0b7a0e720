/** A rule: why it exists, its levels, what it is about, and an example of each side. */
import { plainRule } from '../../app/plain/explained.ts';
import { docsOf } from '../../rules/docs.ts';
import { defaultSeverity, type Example, type Rule, severitiesOf } from '../../rules/rule.ts';
import { indented, type Show } from './show.ts';

export const ruleJson = (rule: Rule): string => JSON.stringify(plainRule(rule));

export function ruleText(rule: Rule, show: Show): string {
  const { id, options, fix } = rule;
  const docs = docsOf(rule);
  const { colours, width } = show;
  const releases = releasesOf(rule);
  const head = [
    defaultSeverity(rule),
    releases,
    fix && `with ${fix === 'safe' ? 'a safe' : 'an unsafe'} fix`,
  ];
  return [
    `${colours.bold(id)}  ${head.filter(Boolean).join(', ')}`,
    indented(docs.summary, 2, width),
    ...(docs.rationale ? [indented(docs.rationale, 2, width)] : []),
    ...levelsText(rule, show),
    ...optionsText(options, show),
    ...(docs.bad ? ['', colours.red('  bad'), exampleText(docs.bad)] : []),
    ...(docs.good ? [colours.green('  good'), exampleText(docs.good)] : []),
  ].join('\n');
}

/** `since 1.17`, `before 1.20`; undefined where every release has the condition. */
export function releasesOf({ since, before }: Pick<Rule, 'since' | 'before'>): string | undefined {
  const parts = [since && `since ${since}`, before && `before ${before}`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function levelsText(rule: Rule, { colours, width }: Show): string[] {
  const levels = severitiesOf(rule).filter(({ when }) => when !== undefined);
  if (levels.length === 0) return [];
  return [
    '',
    colours.cyan('  levels'),
    ...levels.map(({ severity, when }) => indented(`${severity} ${when}`, 4, width)),
  ];
}

const optionsText = (options: readonly string[], { colours, width }: Show): string[] =>
  options.length > 0 ? ['', colours.cyan('  options'), indented(options.join(', '), 4, width)] : [];

const exampleText = (files: Example): string =>
  Object.entries(files)
    .map(([file, text]) => `    # ${file}\n${text.trimEnd().replace(/^/gm, '    ')}\n`)
    .join('\n');
