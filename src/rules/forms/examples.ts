/** Files for the examples in the documentation of rules: what an example is about, in a configuration that is complete. */
import type { Example } from '../rule.ts';

/** Options at the top level. */
export const withOptions = (text: string): Example => file(indented(text, 0));

/** One service. */
export const withService = (text: string): Example => file(`\nservice {\n${indented(text, 2)}}\n`);

/** One config entry that servers create at their first start. */
export const withEntry = (text: string): Example =>
  file(`\nconfig_entries {\n  bootstrap {\n${indented(text, 4)}  }\n}\n`);

const file = (text: string): Example => ({ 'consul.hcl': `data_dir = "/var/lib/consul"\n${text}` });

/** The lines of a template literal, without their own indentation. */
function indented(text: string, width: number): string {
  const lines = text.split('\n').slice(1, -1);
  const own = /^ */.exec(lines[0] ?? '')![0].length;
  return lines.map((line) => (line === '' ? '\n' : `${' '.repeat(width)}${line.slice(own)}\n`)).join('');
}
