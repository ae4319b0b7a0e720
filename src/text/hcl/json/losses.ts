/**
 * What Consul drops of a `.hcl` file that is JSON. Its reader says nothing of it, so the text is read a second time,
 * by the strict parser: what that finds and the reader's tree lacks is lost.
 */
import { memberPath } from '../../../util/text.ts';
import type { Problem } from '../../source/problem.ts';
import type { Source } from '../../source/source.ts';
import type { KeyNode, ListNode, ObjectNode, Tree, TreeNode } from '../../tree/tree.ts';
import { Token } from '../scan/token.ts';
import type { HclJsonParse } from './parser.ts';

/** @param strict the same text, read as JSON. */
export function losses(source: Source, read: HclJsonParse, strict: Tree): Problem[] {
  const problems: Problem[] = [];
  const lost = read.root && strict.root ? lostMembers(source.text, read.root, strict.root) : [];
  if (lost.length > 0) problems.push(lostProblem(source, lost, strict));
  else if (read.rest !== undefined) problems.push(behindTheEnd(source, read.rest));
  for (const { start, end } of read.dropped) {
    const name = source.text.slice(start, end);
    problems.push(
      dropped(
        source,
        start,
        end,
        `${name} has no value, and Consul silently drops it: write one, or remove it`,
      ),
    );
  }
  for (const { start, end, kind } of read.ignored) {
    const what =
      kind === Token.bool
        ? 'a boolean in a list of a `.hcl` file that is JSON: Consul silently drops it'
        : 'a list in a list of a `.hcl` file that is JSON: Consul ignores the inner bracket, and ends both lists at the first `]`';
    problems.push(dropped(source, start, end, `${what}. Write the file in HCL`));
  }
  return problems;
}

const dropped = (source: Source, start: number, end: number, message: string): Problem => ({
  code: 'syntax/silently-dropped',
  message,
  at: source.span(start, end),
});

interface Lost {
  readonly path: string;
  readonly key: KeyNode;
}

function lostProblem(source: Source, lost: readonly Lost[], strict: Tree): Problem {
  const commas = strict.problems.flatMap(({ code, fix }) =>
    code === 'syntax/invalid' && fix ? fix.edits : [],
  );
  const edits = commas.filter(({ text }) => text === ',');
  const first = lost[0]!.key;
  const why =
    edits.length > 0 ? 'a comma is missing before this' : 'Consul takes the configuration to end before this';
  const problem = dropped(
    source,
    first.start,
    first.end,
    `${why}: in a \`.hcl\` file that is JSON, Consul silently drops ${nameAll(lost)}`,
  );
  if (edits.length === 0) return problem;
  const title = edits.length === 1 ? 'insert the missing comma' : `insert the ${edits.length} missing commas`;
  // What is dropped begins to count: a look at it is due.
  return {
    ...problem,
    fix: { title: `${title}; what Consul drops now then counts`, safe: false, edits },
  };
}

const maxNames = 8;

function nameAll(lost: readonly Lost[]): string {
  const names = lost.slice(0, maxNames).map(({ path }) => `\`${path}\``);
  const more = lost.length - names.length;
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  const last = names.pop()!;
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

function behindTheEnd(source: Source, rest: number): Problem {
  const { length } = source.text;
  return {
    ...dropped(
      source,
      rest,
      length,
      'the configuration has ended before this, and Consul never reads it: remove it',
    ),
    fix: {
      title: 'remove what follows the end',
      safe: false,
      edits: [{ source, start: rest, end: length, text: '' }],
    },
  };
}

interface Pair {
  readonly read: TreeNode;
  readonly meant: TreeNode;
  readonly path: string;
}

/** Members of `meant` that `read` does not have, outermost only, in the order of the text. */
function lostMembers(text: string, read: TreeNode, meant: TreeNode): Lost[] {
  const lost: Lost[] = [];
  const pairs: Pair[] = [{ read, meant, path: '' }];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    for (const inner of compare(text, pair, lost)) pairs.push(inner);
  }
  return lost.sort((a, b) => a.key.start - b.key.start);
}

function compare(text: string, { read, meant, path }: Pair, lost: Lost[]): Pair[] {
  if (meant.kind === 'object' && read.kind === 'object') return compareObjects(text, read, meant, path, lost);
  return meant.kind === 'list' && read.kind === 'list' ? compareLists(text, read, meant, path, lost) : [];
}

/** Objects only: of other items the reader says itself what it ignores. */
function compareLists(text: string, read: ListNode, meant: ListNode, path: string, lost: Lost[]): Pair[] {
  const inner: Pair[] = [];
  const found = read.items.filter(isObject);
  for (const [i, item] of meant.items.filter(isObject).entries()) {
    const place = `${path}[${i}]`;
    if (found[i]) inner.push({ read: found[i], meant: item, path: place });
    else for (const { keys } of item.members) lost.push(lostKey(text, keys[0]!, place));
  }
  return inner;
}

const isObject = (node: TreeNode): node is ObjectNode => node.kind === 'object';

function compareObjects(
  text: string,
  read: ObjectNode,
  meant: ObjectNode,
  path: string,
  lost: Lost[],
): Pair[] {
  const inner: Pair[] = [];
  const byStart = new Map(read.members.map((member) => [member.keys[0]!.start, member.value]));
  for (const { keys, value } of meant.members) {
    const entry = lostKey(text, keys[0]!, path);
    const found = byStart.get(keys[0]!.start);
    if (found) inner.push({ read: found, meant: value, path: entry.path });
    else lost.push(entry);
  }
  return inner;
}

function lostKey(text: string, key: KeyNode, path: string): Lost {
  const name = text.slice(key.start, key.end).replace(/^"|"$/g, '');
  return { key, path: memberPath(path, name) };
}
