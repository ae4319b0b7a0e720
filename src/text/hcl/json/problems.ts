/** The tree of a `.hcl` file that is JSON, and the problems of it. */
import { decodeJsonRoot } from '../../json/decode.ts';
import { parseJson } from '../../json/parser.ts';
import { valuedJson } from '../../json/valued.ts';
import { layOut } from '../../layout/layout.ts';
import type { Problem, Refusal } from '../../source/problem.ts';
import { Source } from '../../source/source.ts';
import { isSameValue } from '../../tree/same.ts';
import type { Tree } from '../../tree/tree.ts';
import { decodeHclRoot } from '../decode/decode.ts';
import { parseHclText } from '../parser.ts';
import { hclValues } from '../syntax.ts';
import { losses } from './losses.ts';
import type { HclJsonParse } from './parser.ts';

/**
 * The tree, what is wrong, and where text was guessed. What Consul refuses for text without quotes is taken from the
 * strict parser, which reads such text whole; what Consul accepts is what its own reader keeps.
 */
export function hclJsonTree(
  source: Source,
  read: HclJsonParse,
): Pick<Tree, 'root' | 'problems' | 'recovered' | 'template'> {
  const strict = parseJson(source);
  const isGuessed =
    read.refusal !== undefined && (strict.template === true || (strict.recovered?.length ?? 0) > 0);
  const problems = isGuessed
    ? [...strict.problems]
    : read.refusal
      ? refused(read.refusal, strict)
      : losses(source, read, strict);
  if (!strict.template) problems.push(jsonInHcl(source, strict, read));
  problems.sort((a, b) => a.at.start - b.at.start);
  return isGuessed
    ? {
        root: strict.root,
        problems,
        ...(strict.recovered && { recovered: strict.recovered }),
        ...(strict.template && { template: true }),
      }
    : { root: read.root, problems };
}

/** What the strict parser says helps more; where it finds nothing wrong, the mistake is that this is a `.hcl`. */
function refused(refusal: Refusal, strict: Tree): Problem[] {
  if (strict.problems.length > 0) return [...strict.problems];
  const message = `${explain(refusal)}: write the file in HCL, or name it \`.json\``;
  return [{ code: 'syntax/invalid', message, at: refusal.at }];
}

function explain({ text, panic }: Refusal): string {
  if (panic) return 'Consul crashes while it reads this escape in a `.hcl` file that is JSON';
  if (text.includes('illegal char escape'))
    return 'Consul does not know this escape in a `.hcl` file that is JSON';
  if (text.endsWith('NULL')) return 'Consul does not read null in a list in a `.hcl` file that is JSON';
  return `Consul cannot read this in a \`.hcl\` file that is JSON (${text})`;
}

function jsonInHcl(source: Source, strict: Tree, read: HclJsonParse): Problem {
  const start = source.text.indexOf('{');
  const hcl = strict.problems.length === 0 ? asHcl(source, strict) : undefined;
  const edits = hcl !== undefined && [{ source, start: 0, end: source.text.length, text: hcl }];
  return {
    code: 'syntax/json-in-hcl',
    message:
      'this `.hcl` file is JSON, which Consul reads with a separate, lenient reader: null becomes "", booleans vanish from lists, an object that has only objects becomes a list, a missing comma ends the file. Write it in HCL, or name it `.json`',
    at: source.span(start, start + 1),
    ...(edits && {
      fix: { title: 'write it in HCL', safe: saysTheSame(source, read, hcl!), edits },
    }),
  };
}

/** Undefined where HCL cannot say the same. */
function asHcl(source: Source, { root }: Tree): string | undefined {
  if (root?.kind !== 'object' || decodeJsonRoot(source, root).refusal) return undefined;
  try {
    return layOut(source, valuedJson(source.text, root), hclValues);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether Consul reads the HCL as it read the text: it may have dropped something that then counts. */
function saysTheSame(source: Source, { root, refusal }: HclJsonParse, hcl: string): boolean {
  const written = parseHclText(new Source(source.file, hcl), false);
  if (!root || refusal || written.refusal) return false;
  const before = decodeHclRoot(source, root, 'json-in-hcl');
  const after = decodeHclRoot(new Source(source.file, hcl), written.root, 'hcl');
  return !before.refusal && !after.refusal && isSameValue(before.value, after.value);
}
