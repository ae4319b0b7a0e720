/**
 * What is in the place of a value, and far from every value, is hardly meant as one in a repository: something fills it in, whether
 * or not it is marked. An error is a value that is nearly one.
 */
import { type Finding, isError } from '../../finding.ts';
import { findOption } from '../../options/lookup.ts';
import { isScalar } from '../../options/visit.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import { lowered } from './lowered.ts';
import { isNearGrammar } from './near-grammar.ts';

export const certainValues = (
  { isOfRepository }: Estate,
  findings: readonly Finding[],
): readonly Finding[] =>
  isOfRepository
    ? findings.map((finding) => (isFar(finding) ? lowered(finding, condition) : finding))
    : findings;

const condition = 'unless something replaces it, as it would a placeholder';

function isFar(finding: Finding): boolean {
  const { path, at } = finding;
  if (!isError(finding) || path === undefined || !isOfValue.test(finding.rule)) return false;
  const kind = findOption(path.replace(/\[\d+\]/g, '[]'))?.kind;
  const text = quoted.exec(at.source.text.slice(at.start, at.end))?.[2];
  return kind !== undefined && isScalar(kind) && text !== undefined && !isNearGrammar(kind, text);
}

/** Rules about one value that no grammar of the option takes. */
const isOfValue =
  /^(?:option\/(?:value|type|duration)|address\/|dns\/recursor$|join\/invalid-entry$|gossip\/key-size$|node\/|raft\/|acl\/token-form|telemetry\/|checks\/(?:duration|interval)|services\/)/;

const quoted = /^(["']?)([\s\S]*)\1$/;
