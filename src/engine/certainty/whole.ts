/**
 * What another file, a flag or the environment may make right: an error only where all that the agent reads is known. In a
 * repository that is so where something in it starts the agent with these files; files that only lie there, templates and
 * files with placeholders are a part, or not what the agent reads.
 */
import { type Finding, isError } from '../../finding.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import { consulRules } from '../../rules/catalog.ts';
import { lintRules } from '../../rules/generated/lint-rules.ts';
import { unfilledIn } from '../../subjects/agent/placeholders.ts';
import type { Node } from '../../subjects/subjects.ts';
import { memo } from '../../util/memo.ts';
import { lowered } from './lowered.ts';

const conditions = new Map<string, string>([
  ...consulRules.flatMap(({ id, needsWholeConfig, unless }) =>
    needsWholeConfig || unless !== undefined
      ? [[id, unless ?? 'unless another file sets more'] as const]
      : [],
  ),
  ...lintRules.flatMap(({ id, unless }) => (unless === undefined ? [] : [[id, unless] as const])),
]);

/** The findings of some nodes: those that hold only if nothing else is read have their condition where that is not known. */
export function certainIfWhole(nodes: readonly Node[], found: readonly Finding[]): readonly Finding[] {
  if (!found.some(isError)) return found;
  return found.map((finding) => {
    const condition = isError(finding) ? conditions.get(finding.rule) : undefined;
    if (condition === undefined) return finding;
    return concerned(nodes, finding).every(isKnownWhole)
      ? finding
      : lowered(finding, conditionIn(finding, condition));
  });
}

/** Undefined where the message has it already. */
const conditionIn = ({ message }: Finding, condition: string): string | undefined =>
  /\(unless |^unless /.test(message) ? undefined : condition;

/** The nodes with a file that the finding points at; all of them where it is about what is missing. */
function concerned(nodes: readonly Node[], { at, related = [] }: Finding): readonly Node[] {
  const places = [at, ...related.map((other) => other.at)].map(({ source }) => source);
  const found = nodes.filter(({ files }) => files.some(({ source }) => places.includes(source)));
  return found.length > 0 ? found : nodes;
}

const isKnownWhole = memo(
  ({ isUntied, deployments = [], files }: Node): boolean =>
    isUntied !== true && deployments.length === 0 && !files.some(isFilledInLater),
);

/** The agent reads another text than this. */
export const isFilledInLater = memo(
  (file: ConfigFile): boolean =>
    file.template === true ||
    file.findings.some(({ rule }) => rule === 'option/placeholder') ||
    unfilledIn(file).some(({ certain }) => certain),
);
