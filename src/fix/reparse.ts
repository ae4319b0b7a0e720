/**
 * What a fix of the syntax does to the values of a text that the agent could not read: recovery has read them, and after
 * the fix they must be the same. A value may only appear where the fix has written it.
 */
import type { Finding } from '../finding.ts';
import type { ConfigFile } from '../model/load/file.ts';
import type { TextEdit } from '../text/source/edit.ts';
import type { Value } from '../text/tree/value.ts';
import { memberPath } from '../util/text.ts';

/** The path of a value that is lost, changed or new though no fix is about it; undefined where there is none. */
export function strayValue(
  before: ConfigFile,
  after: ConfigFile,
  made: readonly Finding[],
  isNamed: (path: string) => boolean,
): string | undefined {
  const old = valuesOf(before.raw);
  const now = valuesOf(after.raw);
  const edits = made
    .flatMap(({ fix }) => fix?.edits ?? [])
    .filter((edit) => edit.source.file === before.source.file);
  const written = writtenBy(edits);
  const added = [...now].filter(([path]) => !old.has(path) && !isNamed(plain(path)));
  const stray = added.find(([, { start, end }]) => !written.some((range) => touch(range, { start, end })));
  if (stray) return stray[0];
  const isRenamed = ({ text, key }: Written): boolean =>
    edits.some((edit) => touch(edit, key)) && added.some(([, value]) => value.text === text);
  return [...old].find(([path, value]) => {
    return !isNamed(plain(path)) && now.get(path)?.text !== value.text && !isRenamed(value);
  })?.[0];
}

/** A value that is written: its text, and where it and its key are. */
interface Written extends Range {
  readonly text: string;
  readonly key: Range;
}

/** As findings name options: in lower case, without positions in lists. */
const plain = (path: string): string => path.toLowerCase().replace(/\[\d+\]/g, '');

/** `path → value` of everything that is written, with the keys as they are written. */
function valuesOf(root: Value | undefined): Map<string, Written> {
  const found = new Map<string, Written>();
  const tasks: { readonly value: Value; readonly path: string; readonly key: Range }[] = root
    ? [{ value: root, path: '', key: { start: root.start, end: root.start } }]
    : [];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { value, path, key } = task;
    if (value.kind === 'object') {
      for (const member of value.members.values())
        tasks.push({ value: member.value, path: memberPath(path, member.name), key: member.key });
    } else if (value.kind === 'list') {
      for (const [i, item] of value.items.entries())
        tasks.push({ value: item, path: `${path}[${i}]`, key: item });
    } else found.set(path, { text: textOf(value), key, start: key.start, end: value.end });
  }
  return found;
}

const textOf = (value: Value): string =>
  value.kind === 'null' ? 'null' : 'value' in value ? String(value.value) : '';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the text of the edits is after all of them are made. */
function writtenBy(edits: readonly TextEdit[]): readonly Range[] {
  let moved = 0;
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const range = { start: start + moved, end: start + moved + text.length };
      moved += text.length - (end - start);
      return range;
    });
}

const touch = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;
