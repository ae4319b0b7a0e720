/** From what a person calls an option to the option: a path, its last part, a flag, a removed key, a misspelling. */
import { agent } from '../agent.ts';
import { type Found, findOption, walk } from '../lookup.ts';
import type { Section } from '../option.ts';
import { type RemovedKey, removedKeys } from './removed-keys.ts';
import { suggest } from './suggest.ts';

export interface Named {
  /** Several where the last part of a path is shared; none where a key is gone for good. */
  readonly options: readonly Found[];
  /** How it was found, where not by its path: a clause for people. */
  readonly note?: string;
}

/** Undefined where nothing comes near. */
export function optionNamed(name: string): Named | undefined {
  const found = findOption(name);
  if (found) return { options: [found] };
  return byFlag(name) ?? byLastPart(name) ?? byDeprecatedKey(name) ?? bySuggestion(name);
}

function byFlag(name: string): Named | undefined {
  const flag = `-${name.replace(/^--?/, '')}`;
  const options = where(({ option }) => option.flag === flag);
  return options.length === 0 ? undefined : { options, note: `${flag} is a flag of \`consul agent\`` };
}

/** Blocks that occur in several places count once. */
function byLastPart(name: string): Named | undefined {
  const tail = `.${name.toLowerCase()}`;
  const seen = new Set<unknown>();
  const options = where(({ path, option }) => {
    if (!path.toLowerCase().endsWith(tail) || option.internal || option.refused || seen.has(option))
      return false;
    seen.add(option);
    return true;
  });
  if (options.length === 0) return undefined;
  return {
    options,
    note: options.length > 1 ? `${options.length} options end in ${name}` : `it is in a block`,
  };
}

function byDeprecatedKey(name: string): Named | undefined {
  const key = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (name.includes('.') && Object.hasOwn(removedKeys, name.toLowerCase()))
    return ofRemoved(removedKeys[name.toLowerCase()]!, name);
  return Object.hasOwn(removedKeys, key) ? ofRemoved(removedKeys[key]!, name) : undefined;
}

function ofRemoved({ use, note }: RemovedKey, name: string): Named {
  const found = use === undefined ? undefined : findOption(use);
  return { options: found ? [found] : [], note: `no agent knows ${name} any more${note ? `: ${note}` : ''}` };
}

/** The nearest key of the innermost block that the path leads to. */
function bySuggestion(name: string): Named | undefined {
  const cut = name.lastIndexOf('.');
  const parent = cut < 0 ? undefined : findOption(name.slice(0, cut));
  const block = parent?.kind.shape === 'list' ? parent.kind.of : parent?.kind;
  const section: Section = block?.shape === 'block' ? block.section() : agent;
  const suggestion = suggest(section, name.slice(cut + 1));
  if (suggestion?.use === undefined) return undefined;
  const path = suggestion.elsewhere || !parent ? suggestion.use : `${parent.path}.${suggestion.use}`;
  const found = findOption(path);
  return found && { options: [found], note: `Consul has no option ${name}; this one comes nearest` };
}

function where(matches: (found: Found) => boolean): Found[] {
  const options: Found[] = [];
  walk(agent, (found) => {
    if (matches(found)) options.push(found);
  });
  return options;
}
