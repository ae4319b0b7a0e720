/** An open document: its text, what it is, and the tree of it, made when first asked for. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { yamlKind } from '../manifest/recognise.ts';
import { kinds } from '../sources/registry.ts';
import { parse } from '../text/parse.ts';
import { Source } from '../text/source/source.ts';
import type { Tree } from '../text/tree/tree.ts';
import { openedAs } from './positions.ts';

/** Text is a unit, a script, a template or another file that may start agents. */
export type Language = 'hcl' | 'json' | 'yaml' | 'text';

export interface Document {
  readonly uri: string;
  readonly language: Language;
  readonly source: Source;
}

/** Undefined for other languages. */
export function newDocument(uri: string, languageId: string, text: string): Document | undefined {
  const language = languageOf(uri, languageId);
  if (!language) return undefined;
  const source = new Source(fileOf(uri, language), text);
  openedAs(source, uri);
  return { uri, language, source };
}

/** By the file's name, since editors differ in what they call HCL; a document without one by what they call it. */
function languageOf(uri: string, languageId: string): Language | undefined {
  const path = pathOf(uri);
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? languageId;
  if (extension === 'hcl') return 'hcl';
  if (extension === 'json') return 'json';
  if (extension === 'yaml' || extension === 'yml') return 'yaml';
  const mayStart = isUnit(path) || kinds.some(({ mayBeNamed }) => mayBeNamed(path));
  return mayStart ? 'text' : undefined;
}

/** A unit of systemd, or what changes one. */
export const isUnit = (path: string): boolean => /\.service$|\.service\.d\/[^/]+\.conf$/.test(path);

/** A document that is not a file is named by its URI, with the extension that an agent requires. */
function fileOf(uri: string, language: Language): string {
  const path = pathOf(uri);
  return path === uri && !/\.\w+$/.test(uri) ? `${uri}.${language}` : path;
}

/** The path that a `file:` URI names; any other URI as it is. */
export function pathOf(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  try {
    return fileURLToPath(uri).replaceAll('\\', '/');
  } catch {
    return uri;
  }
}

/** The format that an agent reads it in; undefined for other documents. */
export const formatOf = ({ language }: Document): 'hcl' | 'json' | undefined =>
  language === 'hcl' || language === 'json' ? language : undefined;

export const yamlKindOf = ({ language, source }: Document) =>
  language === 'yaml' ? yamlKind(source.file, source.text) : undefined;

/** The settings of a directory, and not a file that is only called like them. */
export const areSettings = (file: string): boolean => basename(file) === 'consul-cfg.yaml';

const trees = new WeakMap<Source, Tree>();

/** Of an agent's configuration. */
export function treeOf({ source, language }: Document): Tree {
  const known = trees.get(source);
  if (known) return known;
  const tree = parse(source, language === 'json' ? 'json' : 'hcl');
  trees.set(source, tree);
  return tree;
}
