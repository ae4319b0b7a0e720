/** Completion in `consul-cfg.yaml`: its keys, and the values that they take. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import { minors } from '../../options/releases/versions.ts';
import { ruleIds } from '../../rule-ids.ts';
import { presets, profiles } from '../../rules/presets.ts';
import type { Source } from '../../text/source/source.ts';
import { completionItem } from './help.ts';
import { placeAt } from './place.ts';

const topKeys: Readonly<Record<string, string>> = {
  consul: 'The release to lint for, such as "1.20".',
  preset: 'Which rules are on: recommended or strict.',
  profile: 'What the cluster is used for.',
  rules: 'The level of single rules.',
  ignore: 'Findings that are accepted, with the reason.',
  nodes: 'Which files make which node, where directories do not show it.',
};

const innerKeys: Readonly<Record<string, readonly string[]>> = {
  ignore: ['rule', 'files', 'path', 'reason'],
  nodes: ['name', 'files', 'each', 'unit', 'cluster', 'consul', 'flags'],
  rules: ruleIds,
};

export function settingsComplete(source: Source, offset: number): CompletionItem[] {
  const place = placeAt(source, offset);
  if (!place) return [];
  const { path, key, word } = place;
  if (key !== undefined)
    return valuesOf(path[0], key).map((text) => completionItem(text, CompletionItemKind.Value, word));
  const follows = /^\s*:/.test(source.text.slice(word.end, word.end + 80));
  return keysAt(path).map((name) => ({
    ...completionItem(name, CompletionItemKind.Property, word, follows ? name : `${name}:`),
    ...(path.length === 0 && { documentation: topKeys[name]! }),
  }));
}

/** Nothing is nested deeper than an entry of a list, whose first key is next to its dash. */
function keysAt([first]: readonly string[]): readonly string[] {
  if (first === undefined) return Object.keys(topKeys);
  return Object.hasOwn(innerKeys, first) ? innerKeys[first]! : [];
}

function valuesOf(block: string | undefined, key: string): readonly string[] {
  if (block === 'rules') return ['off', 'info', 'warning', 'error'];
  if (block === 'ignore') return key === 'rule' ? ruleIds : [];
  if (key === 'consul') return minors.map((minor) => `"${minor}"`);
  if (block !== undefined) return [];
  if (key === 'preset') return presets;
  return key === 'profile' ? profiles : [];
}
