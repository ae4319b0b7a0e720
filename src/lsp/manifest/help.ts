/** Hover and completion in a manifest. */

import { type CompletionItem, CompletionItemKind, type Hover } from 'vscode-languageserver/node';
import { findOption } from '../../options/lookup.ts';
import { keysIn } from '../../options/releases/release-keys.ts';
import { defaultVersion, minorOf } from '../../options/releases/versions.ts';
import { itemKind } from '../../options/visit.ts';
import type { Source, Span } from '../../text/source/source.ts';
import { kindAt } from '../cursor.ts';
import { describeOption } from '../hover.ts';
import { toRange } from '../positions.ts';
import { knownAt } from './keys.ts';
import { placeAt } from './place.ts';

export function manifestHover(source: Source, offset: number): Hover | undefined {
  const place = placeAt(source, offset);
  if (!place || place.word.start === place.word.end) return undefined;
  const name = place.key ?? source.text.slice(place.word.start, place.word.end);
  const docs = docsOf([...place.path, name], versionOf(source));
  return docs === undefined
    ? undefined
    : { contents: { kind: 'markdown', value: docs }, range: toRange(place.word) };
}

function docsOf(path: readonly string[], version: string): string | undefined {
  const known = knownAt(path);
  if (known?.kind === 'manifest')
    return known.docs === '' ? undefined : `**\`${path.at(-1)}\`**\n\n${known.docs}`;
  const found = known && known.path !== '' ? findOption(known.path) : undefined;
  return found && describeOption(found, version);
}

export function manifestComplete(source: Source, offset: number): CompletionItem[] {
  const place = placeAt(source, offset);
  if (!place) return [];
  const { path, key, word } = place;
  const version = versionOf(source);
  if (key !== undefined)
    return valuesAt([...path, key]).map((text) => completionItem(text, CompletionItemKind.Value, word));
  const follows = /^\s*:/.test(source.text.slice(word.end, word.end + 80));
  return keysAt(path, version).map((name) => {
    const docs = docsOf([...path, name], version);
    return {
      ...completionItem(name, CompletionItemKind.Property, word, follows ? name : `${name}:`),
      ...(docs !== undefined && { documentation: { kind: 'markdown' as const, value: docs } }),
    };
  });
}

export const completionItem = (
  label: string,
  kind: CompletionItemKind,
  word: Span,
  newText = label,
): CompletionItem => ({
  label,
  kind,
  textEdit: { range: toRange(word), newText },
});

function keysAt(path: readonly string[], version: string): string[] {
  const known = knownAt(path);
  if (!known) return [];
  if (known.kind === 'manifest') return [...known.keys];
  const block = kindAt(known.path);
  if (block?.shape !== 'block') return [];
  return [...keysIn(block, version)].flatMap(([name, { internal, deprecated }]) =>
    internal || deprecated ? [] : [name],
  );
}

function valuesAt(path: readonly string[]): string[] {
  const known = knownAt(path);
  if (known?.kind === 'manifest') return [...known.values];
  const kind = known && findOption(known.path)?.kind;
  const scalar = kind && itemKind(kind);
  if (scalar?.shape === 'bool') return ['true', 'false'];
  return scalar && 'wants' in scalar ? [...(scalar.values ?? [])] : [];
}

/** The release that the manifest is for. */
function versionOf({ text }: Source): string {
  const release = /^consul:\s*["']?([\d.]+)/m.exec(text)?.[1];
  return release && minorOf(release) ? release : defaultVersion;
}
