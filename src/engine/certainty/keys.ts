/**
 * A key that Consul does not know is a mistake where it is nearly one that it knows, or in a file that an agent reads. Several others in
 * a file that only lies in a repository may be the words of another program, or of a release of which nothing is known.
 */
import { type Finding, isError } from '../../finding.ts';
import { agent } from '../../options/agent.ts';
import { misspelt } from '../../options/suggest/suggest.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { Source } from '../../text/source/source.ts';
import { groupBy } from '../../util/collections.ts';
import { lowered } from './lowered.ts';

export function certainKeys(
  { nodes, isOfRepository }: Estate,
  findings: readonly Finding[],
): readonly Finding[] {
  const strange = findings.filter(isStrange);
  if (strange.length === 0) return findings;
  const untied = new Set<Source>(
    nodes.flatMap(({ isUntied, template, files }) =>
      isUntied || template ? files.map(({ source }) => source) : [],
    ),
  );
  const several = new Set<Source>();
  for (const [source, ofSource] of groupBy(strange, ({ at }) => at.source))
    if (untied.has(source) && new Set(ofSource.map(({ path }) => path)).size > 1) several.add(source);
  // A key that a release has removed is of an older one, which may have had the others too.
  if (isOfRepository)
    for (const { at, rule, since } of findings)
      if (rule === 'option/unknown' && since !== undefined) several.add(at.source);
  return findings.map((finding) =>
    isUnknownKey(finding) && finding.since === undefined && several.has(finding.at.source)
      ? lowered(finding, 'unless another program or an old release reads this file')
      : finding,
  );
}

const isUnknownKey = (finding: Finding): boolean => isError(finding) && finding.rule === 'option/unknown';

/** Not a slip, and nothing that an option is called elsewhere. */
const isStrange = (finding: Finding): boolean =>
  isUnknownKey(finding) &&
  finding.fix === undefined &&
  (finding.path === undefined || finding.path.includes('.') || misspelt(agent, finding.path) === undefined);
