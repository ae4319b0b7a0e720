/** The doc comment of an option in the generated types: what an editor shows on hover. */
import { defaultText, deprecatedText, editionText } from '../../../src/options/describe.ts';
import type { Option } from '../../../src/options/option.ts';
import type { Target } from '../../../src/options/releases/release-keys.ts';
import { isAtLeast } from '../../../src/options/releases/versions.ts';
import { innermost } from '../../../src/options/visit.ts';

/** No line is longer. */
export const width = 110;

/** For a release, or undefined for all of them together. */
export function optionComment(option: Option, target: Target): string {
  const docs = [option.docs, valueText(option)].filter((part) => part).join(' ');
  return comment(docs, tagsOf(option, target));
}

/** A comment in front of a member of an interface. */
export function comment(docs: string, tags: readonly string[] = [], indent = '  '): string {
  const text = [...wrap(docs), ...(tags.length > 0 ? ['', ...tags.flatMap(wrap)] : [])];
  const [first] = text.map((line) => line.replaceAll('*/', '*\\/'));
  if (text.length === 1) return `${indent}/** ${first} */\n`;
  return `${indent}/**\n${text.map((line) => `${indent} * ${line.replaceAll('*/', '*\\/')}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

/** What a value must be, where its type does not show it. */
function valueText({ kind }: Option): string {
  const inner = innermost(kind);
  if (!('wants' in inner)) return '';
  const { shape, values, valuesSince, wants, name } = inner;
  if (values) {
    const later = Object.entries(valuesSince ?? {}).map(([word, since]) => `"${word}" since Consul ${since}`);
    return later.length > 0 ? `${sentence(later.join(', '))}` : '';
  }
  if (shape === 'bool' || shape === 'float' || name === shape) return inner.unit ? `In ${inner.unit}.` : '';
  const what = inner === kind ? '' : 'each ';
  const unit = inner.unit ? ` (${inner.unit})` : '';
  return sentence(`${what}${wants}${unit}`);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function tagsOf(option: Option, target: Target): string[] {
  const { since, removed, deprecated, enterprise, role, flag } = option;
  const value = defaultText(option, target);
  const isDeprecated = deprecated && (target === undefined || isAtLeast(target, deprecated.since));
  return [
    ...(value ? [`@default ${value}`] : []),
    ...(since ? [`@since Consul ${[since].flat().join(', ')}`] : []),
    ...(removed ? [`@deprecated removed in Consul ${removed}${replacement(option)}`] : []),
    ...(isDeprecated && !removed ? [`@deprecated ${deprecatedText(deprecated)}`] : []),
    ...(enterprise ? [`@enterprise ${editionText(enterprise)}`] : []),
    ...(role ? [`@role ${role}s only`] : []),
    ...(flag ? [`@flag ${flag}`] : []),
  ];
}

const replacement = ({ deprecated }: Option): string =>
  deprecated?.use !== undefined ? `; use ${deprecated.use}` : deprecated ? `; ${deprecated.note}` : '';

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width - 5)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
