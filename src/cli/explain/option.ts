/** What is known about an option, or about the several options that one name matches. */
import type { PlainOption } from '../../index.ts';
import { indented, type Show, wrap } from './show.ts';

export function optionsText(options: readonly PlainOption[], show: Show): string {
  const [first] = options;
  const head = first?.note ? [show.paint.dim(`(${first.note})`)] : [];
  const parts =
    options.length > 1
      ? [options.map((option) => lineText(option, show)).join('\n')]
      : options.map((option) => optionText(option, show));
  return [...head, ...parts].join('\n');
}

const lineText = ({ path, docs }: PlainOption, { width }: Show): string =>
  `  ${path}\n${indented(docs, 6, width)}`;

function optionText({ path, docs, rules, note: _, ...facts }: PlainOption, { paint, width }: Show): string {
  const all = { ...facts, ...(rules.length > 0 && { rules: rules.join(', ') }) };
  const labels = Object.keys(all);
  const column = Math.max(...labels.map((label) => label.length)) + 4;
  const lines = Object.entries(all).map(([label, text]) => {
    const [first, ...rest] = wrap(String(text), width - column);
    const more = rest.map((line) => `\n${' '.repeat(column)}${line}`).join('');
    return `  ${paint.cyan(label.padEnd(column - 2))}${first}${more}`;
  });
  return [paint.bold(path), indented(docs, 2, width), '', ...lines].join('\n');
}
