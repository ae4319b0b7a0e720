/** Links to the files that a document names: certificates, directories of configuration, manifests, templates, units. */
import { posix } from 'node:path';
import type { DocumentLink } from 'vscode-languageserver/node';
import type { Overlay } from '../../app/files/overlay.ts';
import { folderOf } from '../../app/lint/root.ts';
import type { Source } from '../../text/source/source.ts';
import { fileUri, toRange } from '../positions.ts';

/** What may be a path: with a slash in it, or with an extension. No part of an address or of a longer word. */
const pathLike =
  /(?<![\w@%+.$}/-])(?:\.{1,2}\/|\/)?[\w@%+-][\w@%+.-]*(?:\/[\w@%+.-]+)*\/?(?![\w@%+:{$]*\/\/)/g;

/** Beyond what a person writes by hand. */
const mostPaths = 2000;

/** Only what is there, and within the editor's folders or the repository of the document. */
export function linksIn(source: Source, files: Overlay, folders: readonly string[]): DocumentLink[] {
  const links: DocumentLink[] = [];
  const refused = files.territory?.(posix.dirname(source.file));
  const known = new Map<string, string | undefined>();
  const isAllowed = (path: string): boolean => {
    const real = files.realpath(path) ?? path;
    return folderOf(real, folders) !== undefined || refused?.(real) === undefined;
  };
  const targetOf = (path: string): string | undefined => {
    if (!known.has(path)) known.set(path, isAllowed(path) ? fileAt(path, files) : undefined);
    return known.get(path);
  };
  for (const { 0: text, index } of source.text.matchAll(pathLike)) {
    const path = /\/|\.\w{1,8}$/.test(text) ? pathFrom(text, source.file) : undefined;
    if (path === undefined) continue;
    if (known.size >= mostPaths) break;
    const target = targetOf(path);
    if (target === undefined || target === source.file) continue;
    links.push({ range: toRange(source.span(index, index + text.length)), target: fileUri(target) });
  }
  return links;
}

/** An absolute path is one of the machine whose tree holds the document; undefined where there is no such tree. */
function pathFrom(text: string, file: string): string | undefined {
  if (!text.startsWith('/')) return posix.join(posix.dirname(file), text);
  const root = /^(.*?)\/(?:usr\/local\/)?(?:etc|lib|usr\/lib)\//.exec(file)?.[1];
  return root === undefined ? undefined : posix.join('/', root, text);
}

/** The file itself; of a directory the first file that an agent reads in it. */
function fileAt(path: string, files: Overlay): string | undefined {
  const kind = files.stat(path);
  if (kind === 'file') return path;
  if (kind !== 'directory') return undefined;
  const first = (files.list(path) ?? [])
    .filter((entry) => entry.kind === 'file' && /\.(?:hcl|json)$/.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .at(0);
  return first === undefined ? undefined : posix.join(path, first);
}
