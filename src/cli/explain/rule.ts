/** A rule: why it is there, what it looks at, and for lint rules an example of each side. */
import type { AnyRule } from '../../lint/rule.ts';
import { type PlainRule, releasesOf } from '../describe.ts';
import { indented, type Show } from './show.ts';

export const ruleJson = ({ id, severity, scope, docs, options, fixable }: AnyRule): string =>
  JSON.stringify({ id, severity, scope, ...docs, options, fixable });

export function ruleText({ id, severity, docs, options, fixable }: AnyRule, show: Show): string {
  const { colours, width } = show;
  return [
    `${colours.bold(id)}  ${severity}${fixable ? `, with a ${fixable} fix` : ''}`,
    indented(docs.summary, 2, width),
    indented(docs.rationale, 2, width),
    ...optionsText(options, show),
    '',
    colours.red('  bad'),
    exampleText(docs.bad),
    colours.green('  good'),
    exampleText(docs.good),
  ].join('\n');
}

export function plainRuleText(rule: PlainRule, show: Show): string {
  const releases = releasesOf(rule);
  return [
    `${show.colours.bold(rule.id)}  ${rule.severity}${releases ? `, ${releases}` : ''}`,
    indented(rule.docs, 2, show.width),
    ...optionsText(rule.options, show),
  ].join('\n');
}

const optionsText = (options: readonly string[], { colours, width }: Show): string[] =>
  options.length > 0 ? ['', colours.cyan('  options'), indented(options.join(', '), 4, width)] : [];

const exampleText = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([file, text]) => `    # ${file}\n${text.trimEnd().replace(/^/gm, '    ')}\n`)
    .join('\n');
