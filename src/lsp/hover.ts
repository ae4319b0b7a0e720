/** What an option means: at the cursor, and for completions. */

import type { Hover } from 'vscode-languageserver/node';
import { factsOf } from '../options/describe.ts';
import type { Found } from '../options/lookup.ts';
import { knownIn } from '../options/releases/versions.ts';
import { lintRules } from '../rules/generated/lint-rules.ts';
import type { Tree } from '../text/tree/tree.ts';
import { cursorAt, optionAt } from './cursor.ts';
import { toRange } from './positions.ts';

/** Undefined where the cursor is not on an option of Consul. */
export function hover(tree: Tree, offset: number, version: string): Hover | undefined {
  const cursor = cursorAt(tree, offset);
  const found = cursor.token && optionAt(cursor);
  if (!cursor.token || !found) return undefined;
  return {
    contents: { kind: 'markdown', value: describeOption(found, version) },
    range: toRange(cursor.token),
  };
}

/** What a person wants to know of an option while writing it, for the release that they write for. */
export function describeOption(found: Found, version: string): string {
  const { path, option } = found;
  const facts = factsOf(found, version).map(({ label, text }) => `- ${label}: ${plain(text)}`);
  if (!knownIn(option, version)) facts.unshift(`- **not in Consul ${version}**`);
  const concerned = lintRules.filter((rule) => rule.options.includes(path)).map(({ id }) => `\`${id}\``);
  if (concerned.length > 0) facts.push(`- rules: ${concerned.join(', ')}`);
  return `**\`${path}\`**\n\n${plain(option.docs)}\n\n${facts.join('\n')}`;
}

/** Templates and placeholders are text: an editor must not read them as markup. */
const plain = (text: string): string => text.replace(/[\\<*_[\]]/g, '\\$&');
