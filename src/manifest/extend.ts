/** A manifest that builds on others: `extends:` names them, and its own values are laid over theirs. */
import { dirname } from 'node:path';
import type { Finding } from '../finding.ts';
import type { Source, Span } from '../text/source/source.ts';
import type { ObjectValue, StringValue, Value } from '../text/tree/value.ts';
import { at, overlay } from './values.ts';

/** Opens files that a manifest names. */
export interface Library {
  /** The file that `path` names, relative to `from`. */
  readonly open: (path: string, from: Source) => Opened;
}

/** The directory of a manifest, as its own path was given. */
export const folderOf = ({ file }: Source): string => (file.startsWith('<') ? '.' : dirname(file));

export type Opened =
  /** `id` is the same for every path to the file. */
  | { readonly source: Source; readonly id: string }
  /** Completes "the file …". */
  | { readonly problem: string };

/** Reads a single file; undefined, with findings, if it is not a manifest. */
export type ReadRoot = (source: Source, findings: Finding[]) => ObjectValue | undefined;

/** More steps than this are hard to follow. */
const deepest = 8;

export interface Extending {
  /** Undefined if files cannot be opened, such as in a program. */
  readonly library: Library | undefined;
  readonly readRoot: ReadRoot;
  readonly findings: Finding[];
}

/** `root` laid over what it extends, without `extends` itself. A file that cannot be read is a finding and left out. */
export function extend(root: ObjectValue, extending: Extending): ObjectValue {
  return laidOver(root, { ...extending, chain: [], known: new Map() });
}

interface Way extends Extending {
  /** The files that led here, except the first: a file that comes again extends itself. */
  readonly chain: readonly string[];
  /** Files that were read, with what they extend. */
  readonly known: Map<string, ObjectValue | undefined>;
}

function laidOver(root: ObjectValue, way: Way): ObjectValue {
  const names = namesIn(at(root, 'extends'));
  if (!names) return root;
  const members = new Map(root.members);
  members.delete('extends');
  const own: ObjectValue = { ...root, members };
  const below = names.flatMap((name) => follow(name, way) ?? []);
  const [first, ...more] = [...below, own];
  return more.reduce(overlay, first!);
}

/** Anything else in `extends` is kept, and the schema reports it. */
function namesIn(value: Value | undefined): readonly StringValue[] | undefined {
  if (value?.kind === 'string') return [value];
  if (value?.kind !== 'list') return undefined;
  const names = value.items.filter((item) => item.kind === 'string');
  return names.length === value.items.length ? names : undefined;
}

function follow(name: StringValue, way: Way): ObjectValue | undefined {
  const { library, findings, chain, known } = way;
  const refuse = (message: string): undefined => {
    findings.push(refused(name, message));
  };
  const wrong = checkFilePath(name.value) ?? checkManifestName(name.value);
  if (wrong) return refuse(`${JSON.stringify(name.value)} cannot be extended: ${wrong}`);
  if (!library)
    return refuse('`extends` names files, which cannot be read here; merge them into one manifest');
  if (chain.length >= deepest) {
    return refuse(`more than ${deepest} files extend each other in a row; name them in one list instead`);
  }
  const opened = library.open(name.value, name.source);
  if ('problem' in opened) return refuse(`the file ${JSON.stringify(name.value)} ${opened.problem}`);
  const { source, id } = opened;
  if (chain.includes(id))
    return refuse(`${source.file} would extend itself; remove one of the two \`extends\``);
  if (!known.has(id)) {
    const root = way.readRoot(source, findings);
    known.set(id, root && laidOver(root, { ...way, chain: [...chain, id] }));
  }
  return known.get(id);
}

/** Why a text is not the path of a file next to a manifest; undefined if it is. */
export function checkFilePath(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u.test(path)) return 'it holds control characters';
  if (/^(?:[/\\~]|[A-Za-z]:[/\\])/.test(path)) {
    return 'write a path relative to this file, so that the manifest means the same on every machine';
  }
  return undefined;
}

/** Other files of a repository or a build are not manifests; a finding would show their lines. */
const checkManifestName = (path: string): string | undefined =>
  /\.ya?ml$/i.test(path) ? undefined : 'the name of a manifest ends in .yaml or .yml';

const refused = (span: Span, message: string): Finding => ({
  rule: 'manifest/extends',
  severity: 'error',
  message,
  at: span,
  path: 'extends',
});
