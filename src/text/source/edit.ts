/** Changes to text, as data: made by fixes and by the formatter, applied in one place. */
import type { Source } from './source.ts';

export interface TextEdit {
  readonly source: Source;
  /** Offsets into the source's text; equal for an insertion. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Members that it adds to an object, as its place and their names: two changes must not add the same one. */
  readonly creates?: readonly string[];
}

/** An edit with the line ends of the text that it goes into. */
export function withLineEnds(edit: TextEdit): TextEdit {
  const isCrlf = edit.text.includes('\n') && /^[^\n]*\r\n/.test(edit.source.text);
  return isCrlf ? { ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') } : edit;
}

/** A new text as one edit of the old one: only what differs. */
export function changedPart(source: Source, after: string): TextEdit {
  const { text } = source;
  const most = Math.min(text.length, after.length);
  let start = 0;
  while (start < most && text[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && text[text.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { source, start, end: text.length - same, text: after.slice(start, after.length - same) };
}

/** Edits that belong together: all of them are made, or none. */
export interface Change {
  readonly edits: readonly TextEdit[];
}

export interface Applied<C extends Change> {
  /** The new text of every source that has changed. */
  readonly texts: ReadonlyMap<Source, string>;
  readonly applied: readonly C[];
  /** Those that touch what an earlier one has changed: to be made anew for the new text. */
  readonly conflicting: readonly C[];
}

/** Applies changes in order of preference. One that conflicts with an earlier one is left out as a whole. */
export function applyChanges<C extends Change>(changes: readonly C[]): Applied<C> {
  const accepted = new Map<Source, TextEdit[]>();
  const applied: C[] = [];
  const conflicting: C[] = [];
  const created = new Created();
  for (const change of changes) {
    if (
      change.edits.some((edit) => hasConflict(accepted.get(edit.source) ?? [], edit)) ||
      clashes(change.edits) ||
      created.clash(change.edits)
    ) {
      conflicting.push(change);
      continue;
    }
    applied.push(change);
    created.add(change.edits);
    for (const edit of change.edits) insert(accepted, edit);
  }
  const texts = new Map<Source, string>();
  for (const [source, edits] of accepted) texts.set(source, splice(source.text, edits));
  return { texts, applied, conflicting };
}

/** What accepted changes add: the second block of one name, or behind one place, is made when the first is there. */
class Created {
  private readonly known = new Map<Source, Set<string>>();

  clash(edits: readonly TextEdit[]): boolean {
    return edits.some(({ source, creates, start, end, text }) => {
      const known = this.known.get(source);
      const isKnown = (name: string): boolean => known?.has(name) === true;
      return creates?.some(isKnown) === true && !isKnown(`${start} ${end} ${text}`);
    });
  }

  add(edits: readonly TextEdit[]): void {
    for (const { source, creates, start, end, text } of edits) {
      if (!creates) continue;
      const known = this.known.get(source) ?? new Set();
      this.known.set(source, known);
      // The same edit twice, as where one fix corrects several findings, is made once.
      for (const name of [...creates, `${start} ${end} ${text}`]) known.add(name);
    }
  }
}

/** The text of one source after all of `edits`, which must not conflict: throws a RangeError where they do. */
export function applyEdits(source: Source, edits: readonly TextEdit[]): string {
  const { texts, conflicting } = applyChanges(edits.map((edit) => ({ edits: [edit] })));
  if (conflicting.length > 0) throw new RangeError('edits overlap');
  return texts.get(source) ?? source.text;
}

/** Whether two edits change the same text. Insertions at one place, or at the edge of a change, do not. */
export function conflict(a: TextEdit, b: TextEdit): boolean {
  return a.source === b.source && a.start < b.end && b.start < a.end && !isSame(a, b);
}

const isSame = (a: TextEdit, b: TextEdit): boolean =>
  a.start === b.start && a.end === b.end && a.text === b.text;

const clashes = (edits: readonly TextEdit[]): boolean => {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((edit, i) => i > 0 && conflict(sorted[i - 1]!, edit));
};

/** @param sorted accepted edits, which do not overlap: only the neighbours of `edit` can. */
function hasConflict(sorted: readonly TextEdit[], edit: TextEdit): boolean {
  for (let i = firstBehind(sorted, edit.start) - 1; i >= 0; i--) {
    const before = sorted[i]!;
    if (conflict(before, edit)) return true;
    if (before.end > before.start) break;
  }
  for (let i = firstBehind(sorted, edit.start); i < sorted.length && sorted[i]!.start < edit.end; i++) {
    if (conflict(sorted[i]!, edit)) return true;
  }
  return false;
}

/** Keeps the list sorted; an edit that is there already is not made twice. */
function insert(accepted: Map<Source, TextEdit[]>, edit: TextEdit): void {
  const edits = accepted.get(edit.source);
  if (!edits) {
    accepted.set(edit.source, [edit]);
    return;
  }
  const at = firstBehind(edits, edit.start);
  for (let i = at - 1; i >= 0 && edits[i]!.start === edit.start; i--) if (isSame(edits[i]!, edit)) return;
  edits.splice(at, 0, edit);
}

/** Index of the first edit that starts behind `offset`. */
function firstBehind(sorted: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function splice(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  // An insertion comes before what replaces the text behind it.
  for (const edit of edits.map(withLineEnds).sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
