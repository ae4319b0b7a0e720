/** What is known about an option, or about the several options that one name matches. */

import { plainOption, rulesOf } from '../../app/plain/explained.ts';
import { factsOf } from '../../options/describe.ts';
import type { Found } from '../../options/lookup.ts';
import type { Named } from '../../options/suggest/named.ts';
import { indented, type Show, wrap } from './show.ts';

export function namedText({ options, note }: Named, show: Show): string {
  const head = note ? [show.colours.dim(`(${note})`)] : [];
  const parts =
    options.length > 1
      ? [options.map((found) => lineText(found, show)).join('\n')]
      : options.map((found) => optionText(found, show));
  return [...head, ...parts].join('\n');
}

const lineText = ({ path, option }: Found, { width }: Show): string =>
  `  ${path}\n${indented(option.docs, 6, width)}`;

function optionText(found: Found, show: Show): string {
  const { colours, width } = show;
  const concerned = rulesOf(found, show.rules).map(({ id }) => id);
  const rules = concerned.length > 0 ? [{ label: 'rules', text: concerned.join(', ') }] : [];
  const facts = [...factsOf(found, show.target), ...rules];
  const column = Math.max(...facts.map(({ label }) => label.length)) + 4;
  const lines = facts.map(({ label, text }) => {
    const [first, ...rest] = wrap(text, width - column);
    const more = rest.map((line) => `\n${' '.repeat(column)}${line}`).join('');
    return `  ${colours.cyan(label.padEnd(column - 2))}${first}${more}`;
  });
  return [colours.bold(found.path), indented(found.option.docs, 2, width), '', ...lines].join('\n');
}

export const namedJson = ({ options, note }: Named, show: Show): string =>
  options.map((found) => JSON.stringify(plainOption(found, show.rules, show.target, note))).join('\n');
