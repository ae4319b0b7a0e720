/**
 * YAML, for manifests and settings: documents of the `yaml` package as a tree of ours. Loading this file loads the
 * package: the checking path does not.
 */
import { type Document, parseAllDocuments } from 'yaml';
import type { Problem } from '../source/problem.ts';
import type { Source } from '../source/source.ts';
import type { Tree } from '../tree/tree.ts';
import { type Built, Converter } from './convert.ts';
import { invalid, severalDocuments, tooDeep, toProblem, unknownTags } from './problems.ts';

/**
 * The package looks for a key among all keys before it, which ten thousand nodes make slow; we look them up. Of tags it
 * knows those of YAML 1.2 only, also in a file that says `%YAML 1.1`: `!!omap` and its like make values of other kinds.
 */
const options = {
  prettyErrors: false,
  logLevel: 'silent',
  uniqueKeys: false,
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
} as const;

/** Deeper ones are not written by people, and the package needs a call for each level: there is no way back from the end of the stack. */
const deepest = 500;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [found] of text.matchAll(/[[\]{}]|(?:[-?][ \t]+){100,}/g)) {
    if (found.length > 1) depth += found.length;
    else depth = Math.max(0, depth + (found === '[' || found === '{' ? 1 : -1));
    if (depth > deepest) return true;
  }
  return false;
}

/** Each document of a text that may have several, such as a file of Kubernetes. */
export function parseYamlDocuments(source: Source): readonly Tree[] {
  if (isTooDeep(source.text)) return [];
  try {
    const documents = parseAllDocuments(source.text, options);
    if (!Array.isArray(documents)) return [];
    return documents.map((document: Document.Parsed) => {
      const problems = [
        ...document.errors.map((error) => toProblem(source, error)),
        ...unknownTags(source, document),
      ];
      return tree(source, new Converter(source, document, problems).convert(), problems);
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
}

/** The one document of a manifest or of settings. */
export function parseYaml(source: Source): Tree {
  const problems: Problem[] = [];
  if (isTooDeep(source.text)) return tree(source, undefined, [invalid(source, 0, 0, tooDeep)]);
  try {
    const [document, second] = parseAllDocuments(source.text, options);
    if (!document || !('contents' in document)) return tree(source, undefined, problems);
    for (const error of document.errors) {
      // One mistake often has several errors at one place; the first says most.
      if (problems.at(-1)?.at.start !== error.pos[0]) problems.push(toProblem(source, error));
    }
    for (const problem of unknownTags(source, document)) problems.push(problem);
    if (second) problems.push(severalDocuments(source, second));
    const root = new Converter(source, document, problems).convert();
    return tree(source, root, problems);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(invalid(source, 0, 0, tooDeep));
    return tree(source, undefined, problems);
  }
}

const tree = (source: Source, root: Built | undefined, problems: Problem[]): Tree => ({
  source,
  format: 'yaml',
  root,
  problems: problems.sort((a, b) => a.at.start - b.at.start),
  refusal: undefined,
});
