/** An option in Markdown, for hovers and the documentation of completions. */

import { factsOf } from '../options/describe.ts';
import type { Found } from '../options/lookup.ts';
import { knownIn } from '../options/releases/versions.ts';
import { lintRules } from '../rules/generated/lint-rules.ts';

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
