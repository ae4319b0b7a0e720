/** Paths to options: `ports.http`, `services[2].checks[0].interval`, `node_meta["a.b"]`. */
import type { Member, Value } from '../tree/value.ts';

/** Names of members and indexes of list items, from the top. */
export type Path = readonly (string | number)[];

const step = /\.?([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** Undefined where the text is not a path. The empty text is the path to everything. */
export function parsePath(text: string): Path | undefined {
  const path: (string | number)[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const from = step.lastIndex;
    const match = step.exec(text);
    if (!match || (text[from] === '.') !== (from > 0 && match[1] !== undefined)) return undefined;
    const [, name, index, quoted] = match;
    if (name !== undefined) path.push(name);
    else if (index !== undefined) path.push(Number(index));
    else path.push(unquote(quoted!));
  }
  return path;
}

/** The inverse of `parsePath`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[^.[\]"]+$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}

const longestShown = 120;

/** A path in a message: free-form values may nest so deep that their paths fill pages. */
export const shortPath = (path: string): string =>
  path.length > longestShown ? `${path.slice(0, longestShown)}…` : path;

export interface Located {
  readonly value: Value;
  /** The member whose value it is, for its key; undefined for list items and the top. */
  readonly member: Member | undefined;
}

/** The value at a path. A name goes through a list of one, which is how HCL writes a block. */
export function locate(root: Value, path: Path | string): Located | undefined {
  const parts = typeof path === 'string' ? parsePath(path) : path;
  if (!parts) return undefined;
  let located: Located = { value: root, member: undefined };
  for (const part of parts) {
    const next = typeof part === 'number' ? item(located.value, part) : member(located.value, part);
    if (!next) return undefined;
    located = next;
  }
  return located;
}

function item(value: Value, index: number): Located | undefined {
  const found = value.kind === 'list' ? value.items[index] : undefined;
  return found && { value: found, member: undefined };
}

function member(value: Value, name: string): Located | undefined {
  const object = value.kind === 'list' && value.items.length === 1 ? value.items[0]! : value;
  const found = object.kind === 'object' ? object.members.get(name) : undefined;
  return found && { value: found.value, member: found };
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
