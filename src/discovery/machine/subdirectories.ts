/** Configuration in subdirectories of the directory that an agent reads: an agent reads none of them. */
import { basename, dirname } from 'node:path';
import { formatOf } from '../../model/load/directory.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import type { FileSystem } from '../../model/load/files.ts';
import type { Node } from '../../subjects/subjects.ts';
import { unitOf } from '../directory/units.ts';
import { kindOf } from '../kinds/evidence.ts';
import type { LoadContext } from '../node-sources.ts';
import { isLoaderDirectory, join } from '../paths.ts';

const unitDirectories = ['etc/systemd/system', 'lib/systemd/system', 'usr/lib/systemd/system'];

/** What the name of a directory says is kept there for another time, or for something else. */
const asides = /^\.|^_|avail|backup|\bbak\b|^old|disabled|archive|example|sample|template|orig\b|saved|test/i;

/** How many files are looked into at most. */
const most = 100;

export function filesBelow(node: Node, { fs, load }: LoadContext): readonly ConfigFile[] {
  const directories = directoriesOf(node);
  const candidates = directories.flatMap((directory) => candidatesIn(directory, fs)).slice(0, most);
  if (candidates.length === 0) return [];
  const read = readElsewhere(node, fs);
  return candidates.flatMap((path) => {
    const format = formatOf(path);
    const isRead = read.includes(path) || read.includes(dirname(path));
    const file = format && !isRead ? load(path, format, node.version) : undefined;
    return file && /^(?:agent|definition)$/.test(kindOf(file)) ? file : [];
  });
}

/** Those that the agent is pointed at: by its unit, else by their usual name. */
function directoriesOf({ files, unit, tree }: Node): readonly string[] {
  const all = [...new Set(files.map(({ source }) => dirname(source.file)))];
  const named = (unit?.flags.configPaths ?? []).map(({ text }) => text.replace(/\/+$/, ''));
  const isNamed = (directory: string): boolean =>
    named.length === 0 || named.some((path) => path === directory || `/${directory}`.endsWith(path));
  return all.filter((directory) => (tree ? isNamed(directory) : isLoaderDirectory(directory)));
}

function candidatesIn(directory: string, fs: FileSystem): string[] {
  return (fs.list(directory) ?? [])
    .filter(({ kind, name }) => kind === 'directory' && !asides.test(name))
    .map(({ name }) => join(directory, name))
    .flatMap((inner) =>
      (fs.list(inner) ?? [])
        .filter(({ kind, name }) => kind === 'file' && formatOf(name) !== undefined)
        .map(({ name }) => join(inner, name)),
    )
    .sort();
}

/** Paths that any agent of the machine is pointed at. */
function readElsewhere({ tree, files }: Node, fs: FileSystem): readonly string[] {
  const own = files.map(({ source }) => source.file);
  if (!tree) return own;
  const units = unitDirectories.flatMap((inner) => {
    const directory = join(tree.root, inner);
    const names = fs.stat(directory) === 'directory' ? (fs.list(directory) ?? []) : [];
    return names
      .filter(({ name }) => name.endsWith('.service'))
      .flatMap(({ name }) => unitOf([join(directory, basename(name))], fs) ?? []);
  });
  const named = units.flatMap(({ flags }) => flags.configPaths.map(({ text }) => text));
  return [...own, ...named.map((path) => join(tree.root, path.replace(/^\/+|\/+$/g, '')))];
}
