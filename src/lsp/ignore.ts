/** "Ignore with a reason": a comment above the finding, or an entry of the settings where a text has no place for one. */
import { posix } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { Overlay } from '../app/files/overlay.ts';
import type { Finding } from '../finding.ts';
import { withLineEnds } from '../text/source/edit.ts';
import { Source } from '../text/source/source.ts';
import { fileUri, toRange, toTextEdit, toUri } from './positions.ts';

/** An insertion, without the reason: that is the author's. Until it is written, nothing is ignored. */
export interface IgnoreComment {
  readonly edit: WorkspaceEdit;
  /** The text with some reason, to see whether the comment has an effect there. */
  readonly tried: string;
}

/** Undefined where a comment cannot be on that line. */
export function ignoreComment({ rule, at: { source, start } }: Finding): IgnoreComment | undefined {
  const { text } = source;
  const isFirst = source.position(start).line === 1 && text.startsWith('#!');
  const name = isFirst ? 'consul-cfg-ignore-file' : 'consul-cfg-ignore';
  const place = source.lineStart(source.position(start).line + (isFirst ? 1 : 0));
  const indent = isFirst ? '' : /^[ \t]*/.exec(text.slice(place))![0];
  const before = `${indent}# ${name} ${rule}: `;
  const edit = withLineEnds({ source, start: place, end: place, text: `${before}\n` });
  return {
    edit: { changes: { [toUri(source)]: [toTextEdit(edit)] } },
    tried: `${text.slice(0, place)}${before}x\n${text.slice(place)}`,
  };
}

/** Whether findings are the same but for those that something hides. */
export function hidesOnly(before: readonly Finding[], after: readonly Finding[]): boolean {
  const left = new Map<string, number>();
  const key = ({ rule, message }: Finding): string => `${rule} ${message}`;
  for (const finding of before) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
  const isKnown = (finding: Finding): boolean => {
    const count = left.get(key(finding)) ?? 0;
    left.set(key(finding), count - 1);
    return count > 0;
  };
  return after.length < before.length && after.every(isKnown);
}

export interface SettingsPlace {
  readonly files: Overlay;
  /** The folder of the editor, where settings are made if there are none. */
  readonly folder: string;
  /** Whether the editor makes files. */
  readonly canCreate: boolean;
}

/** An entry in the nearest settings, or in new ones. Undefined where they cannot take it. */
export function ignoreInSettings(
  { rule, at }: Finding,
  { files, folder, canCreate }: SettingsPlace,
): WorkspaceEdit | undefined {
  const path = nearestSettings(at.source.file, folder, files);
  const below = posix.relative(posix.dirname(path), at.source.file);
  if (/[*?[\]{}!\\\n]/.test(below)) return undefined;
  const entry = (indent: string): string =>
    `${indent}- rule: ${rule}\n${indent}  files: ${/^[\w./-]+$/.test(below) ? below : JSON.stringify(below)}\n${indent}  reason: \n`;
  const bytes = files.read(path);
  if (!bytes) {
    if (!canCreate) return undefined;
    const uri = fileUri(path);
    const start = { line: 0, character: 0 };
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        {
          textDocument: { uri, version: null },
          edits: [{ range: { start, end: start }, newText: `ignore:\n${entry('  ')}` }],
        },
      ],
    };
  }
  return inserted(files.opened(path) ?? Source.fromBytes(path, bytes), entry);
}

/** As the first of the list, or with a new list at the end. */
function inserted(source: Source, entry: (indent: string) => string): WorkspaceEdit | undefined {
  const { text } = source;
  const head = /^ignore:([^\n]*)(?:\n|$)/m.exec(text);
  if (head && !/^\s*(?:#.*)?$/.test(head[1]!)) return undefined;
  const start = head ? head.index + head[0].length : text.length;
  const indent = head ? (/^(?:[ \t]*(?:#[^\n]*)?\n)*( *)- /.exec(text.slice(start))?.[1] ?? '  ') : '  ';
  const lead = start > 0 && text[start - 1] !== '\n' ? '\n' : '';
  const added = `${lead}${head ? '' : 'ignore:\n'}${entry(indent)}`;
  const edit = withLineEnds({ source, start, end: start, text: added });
  return { changes: { [toUri(source)]: [{ range: toRange(edit), newText: edit.text }] } };
}

function nearestSettings(file: string, folder: string, files: Overlay): string {
  for (let directory = posix.dirname(file); ; directory = posix.dirname(directory)) {
    const path = posix.join(directory, 'consul-cfg.yaml');
    if (files.stat(path) === 'file' || directory === folder || directory === posix.dirname(directory))
      return files.stat(path) === 'file' ? path : posix.join(folder, 'consul-cfg.yaml');
  }
}
