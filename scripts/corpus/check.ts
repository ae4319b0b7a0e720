/** One case against what the text room makes of it. */

import { decode } from '../../src/text/decode.ts';
import { format } from '../../src/text/format.ts';
import { parse } from '../../src/text/parse.ts';
import type { Refusal } from '../../src/text/source/problem.ts';
import { Source, type Span } from '../../src/text/source/source.ts';
import { commentsOf } from '../../src/text/tree/comments.ts';
import type { Comment, MemberNode, Tree, TreeNode } from '../../src/text/tree/tree.ts';
import type { ObjectValue } from '../../src/text/tree/value.ts';
import { bytesOf, type Case, type Verdict } from './case.ts';
import { encodeExpected, encodeValue } from './encode.ts';

export type CorpusFormat = 'hcl' | 'json';

export const aspects = [
  'verdict',
  'value',
  'position',
  'text',
  'reported',
  'lossless',
  'fmt value',
  'fmt stable',
  'fmt comments',
] as const;

export type Aspect = (typeof aspects)[number];

/** Whether each aspect agrees; undefined where it does not apply. */
export type Outcome = Partial<Record<Aspect, boolean>>;

interface Reading {
  readonly tree: Tree;
  readonly value: ObjectValue | undefined;
  readonly refusal: Refusal | undefined;
  readonly isReported: boolean;
}

export function check(test: Case, as: CorpusFormat, consul: string): Outcome {
  const bytes = bytesOf(test);
  const source = Source.fromBytes(test.id, bytes);
  const expected: Verdict = (consul === '1.16' && test.consul116) || test;
  const reading = read(source, as, consul);
  const { refusal, value } = reading;
  const outcome: Outcome = {
    verdict: expected.ok === (refusal === undefined),
    // Our own report says that something is wrong exactly where Consul does.
    reported: reading.isReported === !expected.ok,
    lossless:
      Buffer.compare(source.toBytes(), bytes) === 0 && (refusal !== undefined || isWhole(reading.tree)),
  };
  if (refusal) Object.assign(outcome, checkRefusal(refusal, expected));
  else if (value) Object.assign(outcome, checkValue(value, expected, as), checkFormat(reading, as, consul));
  return outcome;
}

function read(source: Source, as: CorpusFormat, consul: string): Reading {
  const tree = parse(source, as, { consul });
  const decoded = tree.refusal ? undefined : decode(tree);
  const problems = [...tree.problems, ...(decoded?.problems ?? [])];
  const unreadable = ['syntax/invalid', 'syntax/json-dialect', 'option/placeholder'];
  const isReported = problems.some(({ code }) => unreadable.includes(code));
  return { tree, value: decoded?.value, refusal: tree.refusal ?? decoded?.refusal, isReported };
}

function checkRefusal({ text, line, column, panic }: Refusal, expected: Verdict): Outcome {
  if (expected.ok) return {};
  return {
    // What is not UTF-8 in an error text has become U+FFFD in the corpus.
    text: text.replace(/\p{Cs}/gu, '\ufffd') === expected.error && panic === (expected.panic ?? false),
    position: line === expected.errorLine && column === expected.errorCol,
  };
}

function checkValue(value: ObjectValue, expected: Verdict, as: CorpusFormat): Outcome {
  if (!expected.ok || expected.value === undefined) return {};
  const encoded = encodeExpected(expected.value);
  return encoded === undefined ? {} : { value: same(encodeValue(value, as === 'hcl'), encoded) };
}

/** The longest inputs are deep nests, which a comparison by recursion cannot take. */
const maxCompared = 5000;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function checkFormat({ tree, value }: Reading, as: CorpusFormat, consul: string): Outcome {
  const { text } = format(tree);
  const source = new Source(tree.source.file, text);
  const again = read(source, as, consul);
  return {
    'fmt value':
      again.refusal === undefined &&
      (tree.source.text.length > maxCompared ||
        same(encodeValue(value!, true), again.value && encodeValue(again.value, true))),
    'fmt stable': format(again.tree).text === text,
    'fmt comments': again.tree.root !== undefined && same(commentTexts(tree), commentTexts(again.tree)),
  };
}

const commentTexts = ({ root, source }: Tree): string[] =>
  commentsOf(root!).map(({ start, end }) => source.text.slice(start, end).trimEnd());

/** Every word of the text is a node, a key or a comment of the tree, once: between them only punctuation is left. */
function isWhole({ root, source, format: as, problems }: Tree): boolean {
  if (!root || as === 'json-in-hcl' || problems.some(({ code }) => code === 'syntax/silently-dropped')) {
    return true;
  }
  let at = 0;
  for (const { start, end } of leavesOf(root)) {
    if (start < at || !isPunctuation(source.text.slice(at, start))) return false;
    at = end;
  }
  return isPunctuation(source.text.slice(at));
}

const isPunctuation = (text: string): boolean => /^[\s=:,{}[\]]*$/.test(text);

function leavesOf(root: TreeNode): readonly Comment[] {
  const leaves: Comment[] = [...commentsOf(root)];
  const tasks: (TreeNode | MemberNode)[] = [root];
  for (let node = tasks.pop(); node; node = tasks.pop()) {
    if (node.kind === 'literal') leaves.push(node);
    else if (node.kind === 'member') {
      for (const key of node.keys) leaves.push(key);
      tasks.push(node.value);
    } else for (const inner of node.kind === 'list' ? node.items : node.members) tasks.push(inner);
  }
  return leaves.sort((a, b) => a.start - b.start);
}

/** What must hold of any input, whatever Consul makes of it, and does not. */
export function violations(bytes: Uint8Array, as: CorpusFormat): string[] {
  try {
    const source = Source.fromBytes('input', bytes);
    const found = Buffer.compare(source.toBytes(), bytes) === 0 ? [] : ['loses bytes'];
    for (const consul of ['1.16', '1.20'])
      found.push(...readingViolations(read(source, as, consul), as, consul));
    return found;
  } catch (error) {
    return [`throws ${error instanceof Error ? error.message : error}`];
  }
}

function readingViolations(reading: Reading, as: CorpusFormat, consul: string): string[] {
  const { tree, refusal, value } = reading;
  const found = tree.problems.some(({ at }) => !isInside(at, tree.source))
    ? ['places a problem outside']
    : [];
  if (refusal && !reading.isReported) found.push('refuses without a problem');
  if (!refusal && !isWhole(tree)) found.push('loses words');
  if (refusal || !value) return found;
  const checked = Object.entries(checkFormat(reading, as, consul)).filter(([, agrees]) => !agrees);
  return [...found, ...checked.map(([aspect]) => aspect)];
}

const isInside = ({ start, end }: Span, { text }: Source): boolean =>
  start >= 0 && start <= end && end <= text.length;
