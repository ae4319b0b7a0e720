/**
 * Text edits that fixes are made of. They keep comments and layout: what is written on a line next to the thing that
 * goes stays, and what comes is indented like its neighbours.
 */
import type { Finding } from '../finding.ts';
import type { ConfigFile } from '../model/load/file.ts';
import type { TextEdit } from '../text/source/edit.ts';
import type { Source, Span } from '../text/source/source.ts';
import type { Member, ObjectValue } from '../text/tree/value.ts';
import type { Node } from './subjects.ts';

/** Options to write: a literal, or a block of more. Literals are as in the file that takes them. */
export type Entries = ReadonlyMap<string, string | Entries>;

export function replaceValue(value: Span, text: string): TextEdit {
  return { source: value.source, start: value.start, end: value.end, text };
}

/** The same value under another name. */
export function renameKey({ key }: Member, name: string): TextEdit {
  const isQuoted = key.source.text[key.start] === '"';
  return replaceValue(key, isQuoted ? `"${name}"` : name);
}

/** Marks for `TextEdit.creates`: each name in its object, and the place, where only one edit may add something. */
export const creating = (object: ObjectValue, at: number, names: Iterable<string>): readonly string[] => [
  `at ${at}`,
  ...[...names].map((name) => `${object.start}.${name}`),
];

/** Takes an item out of its list, with one comma. */
export function removeItem(item: Span): TextEdit {
  return removeRange(item.source, item.start, item.end);
}

/** Strings behind the last item of a list: on lines of their own where that one has its own, else on the same line. */
export function appendItems(last: Span, texts: readonly string[]): readonly TextEdit[] {
  const { source, end } = last;
  const { text } = source;
  const items = texts.map((item) => JSON.stringify(item));
  const insertAt = (at: number, inserted: string): TextEdit => ({
    source,
    start: at,
    end: at,
    text: inserted,
  });
  const indent = indentAt(source, last.start);
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const rest = /^(?<comma>[ \t]*,)?[ \t]*(?:(?:#|\/\/)[^\r\n]*)?(?=\r?\n)/.exec(text.slice(end));
  if (!rest || lineStart + indent.length !== last.start) return [insertAt(end, `, ${items.join(', ')}`)];
  const { comma } = rest.groups ?? {};
  const lines = items.map((item) => `\n${indent}${item}`).join(',');
  const after = insertAt(end + rest[0].length, `${lines}${comma ? ',' : ''}`);
  return comma ? [after] : [insertAt(end, ','), after];
}

/** Takes members out of their object, with the commas that JSON would then have too many. */
export function removeMembers(object: ObjectValue, gone: ReadonlySet<Member>): readonly TextEdit[] {
  const members = [...object.members.values()];
  const last = members.findLastIndex((member) => !gone.has(member));
  const edits: TextEdit[] = [];
  for (const [i, member] of members.entries()) {
    if (gone.has(member) && i < last)
      edits.push(removeRange(member.key.source, member.key.start, endOf(member)));
  }
  const tail = members.slice(last + 1);
  const survivor = members[last];
  if (tail.length === 0) return edits;
  if (survivor && commaBetween(survivor, tail[0]!)) {
    return [
      ...edits,
      { ...replaceValue(survivor.value, ''), start: endOf(survivor), end: endOf(tail.at(-1)!) },
    ];
  }
  return [...edits, ...tail.map((member) => removeRange(member.key.source, member.key.start, endOf(member)))];
}

const commaBetween = (a: Member, b: Member): boolean =>
  /^\s*,\s*$/.test(a.key.source.text.slice(endOf(a), b.key.start));

/** After a member: a list of one element is read as its element, whose end is not that of the list. */
export function endOf({ key, value }: Member): number {
  const { text } = key.source;
  const open = text.slice(key.end, value.start).replace(comments, '').match(/\[/g)?.length ?? 0;
  let end = value.end;
  for (let i = 0; i < open; i++) end += closing.exec(text.slice(end))?.[0].length ?? 0;
  return end;
}

const comments = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
/** Its pieces are distinguished by how they begin and end, so that there is one way to read them. */
const closing = /^(?:[\s,]|#[^\n]*\n|\/\/[^\n]*\n|\/\*(?:(?!\*\/)[\s\S])*\*\/)*\]/;

function removeRange(source: Source, from: number, to: number): TextEdit {
  const { text } = source;
  const comma = /^[ \t]*,/.exec(text.slice(to, to + 80));
  let start = from;
  let end = comma ? to + comma[0].length : to;
  if (!comma) {
    const before = /,\s*$/.exec(text.slice(0, from));
    if (before) start = before.index;
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const alone = text.slice(lineStart, start).trim() === '';
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(end));
  if (alone && rest) return { source, start: lineStart, end: end + rest[0].length, text: '' };
  if (comma) end += /^[ \t]*/.exec(text.slice(end))![0].length;
  return { source, start, end, text: '' };
}

/**
 * Writes `path = text` where no file sets it: into the block that is there, else at the end of the file that
 * says most of this agent. Undefined where no file can take it.
 */
export function setOption(node: Node, path: string, text: string): readonly TextEdit[] | undefined {
  if (isRefused(node.findings, path)) return undefined;
  const names = path.split('.');
  const holder = node.files.find(({ value }) => value?.members.has(names[0]!)) ?? largest(node.files);
  return holder?.value && insert(holder, entriesOf(names, text));
}

/** True for an option, or a block above it, that is written in a form that the decoder refuses: it must not be set twice. */
export function isRefused(findings: readonly Finding[], path: string): boolean {
  return findings.some(
    ({ path: refused }) => refused !== undefined && (path === refused || path.startsWith(`${refused}.`)),
  );
}

/** `a.b = text` as entries in entries. */
export function entriesOf(names: readonly string[], text: string): Entries {
  const [name = '', ...rest] = names;
  return new Map([[name, rest.length === 0 ? text : entriesOf(rest, text)]]);
}

const largest = (files: readonly ConfigFile[]): ConfigFile | undefined =>
  [...files].sort((a, b) => (b.value?.members.size ?? 0) - (a.value?.members.size ?? 0))[0];

/** Writes entries into a file that has none of them; blocks that are there take those that belong into them. */
export function insert(file: ConfigFile, entries: Entries): readonly TextEdit[] {
  return file.value ? insertInto(file.value, entries, styleOf(file)) : [];
}

function insertInto(object: ObjectValue, entries: Entries, style: Style): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const fresh = new Map<string, string | Entries>();
  for (const [name, entry] of entries) {
    const there = object.members.get(name)?.value;
    if (there?.kind === 'object' && typeof entry !== 'string') edits.push(...insertInto(there, entry, style));
    else if (!there) fresh.set(name, entry);
  }
  if (fresh.size === 0) return edits;
  const last = [...object.members.values()].at(-1);
  const added = last ? behind(last, fresh, style) : inside(object, fresh, style);
  return [...edits, { ...added, creates: creating(object, added.start, fresh.keys()) }];
}

export interface Style {
  readonly json: boolean;
  readonly unit: string;
}

/** JSON also in a `.hcl` that starts with a brace: that is how Consul reads it. */
export function styleOf({ format, source: { text } }: ConfigFile): Style {
  return { json: format === 'json' || /^\s*\{/.test(text), unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ' };
}

/** Entries one below the other, the first without its indent. */
export function print(entries: Entries, style: Style, indent: string): string {
  const inner = indent + style.unit;
  const parts = [...entries].map(([name, entry]) => {
    if (typeof entry === 'string') return style.json ? `"${name}": ${entry}` : `${name} = ${entry}`;
    const head = style.json ? `"${name}": ` : `${name} `;
    return `${head}{\n${inner}${print(entry, style, inner)}\n${indent}}`;
  });
  return parts.join(`${style.json ? ',' : ''}\n${indent}`);
}

/** Behind the last member: on lines of their own where that one has its own, else on the same line. */
function behind(last: Member, entries: Entries, style: Style): TextEdit {
  const { source } = last.key;
  const { text } = source;
  const indent = indentAt(source, last.key.start);
  const comma = /^[ \t]*,/.exec(text.slice(endOf(last), endOf(last) + 80))?.[0] ?? '';
  const end = endOf(last) + comma.length;
  const lineStart = text.lastIndexOf('\n', last.key.start - 1) + 1;
  const printed = print(entries, style, indent);
  if (text.slice(lineStart, last.key.start).trim() !== '') {
    return {
      source,
      start: end,
      end,
      text: `${comma ? '' : ','} ${print(entries, { ...style, unit: '' }, '').replace(/\s+/g, ' ')}`,
    };
  }
  if (style.json) return { source, start: end, end, text: `${comma ? '' : ','}\n${indent}${printed}` };
  // A comment on the same line belongs to the member before.
  const lineEnd = end + /^[^\r\n]*/.exec(text.slice(end))![0].length;
  const spaced = printed.includes('\n') && indent === '' ? '\n' : '';
  return { source, start: lineEnd, end: lineEnd, text: `\n${spaced}${indent}${printed}` };
}

function inside(object: ObjectValue, entries: Entries, style: Style): TextEdit {
  const { source, start, end } = object;
  if (source.text[start] !== '{') {
    const at = source.text.length;
    return { source, start: at, end: at, text: `${print(entries, style, '')}\n` };
  }
  const outer = indentAt(source, start);
  const indent = outer + style.unit;
  return {
    source,
    start: start + 1,
    end: end - 1,
    text: `\n${indent}${print(entries, style, indent)}\n${outer}`,
  };
}

/** The white space at the start of the line that holds an offset. */
export function indentAt({ text }: Source, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))![0];
}
