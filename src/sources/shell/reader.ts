/** Scripts and user data: the agents that they would start, and the files that they would write. Nothing is executed. */
import { posix } from 'node:path';
import type { Source } from '../../text/source/source.ts';
import type { SourceFiles, StartedAgent, World } from '../source.ts';
import { agentsOf } from './agents.ts';
import { cloudConfigOf } from './cloud-config.ts';
import { dockerfileAgents } from './docker/dockerfile.ts';
import { type Effects, effectsOf } from './script/effects.ts';
import { scriptsIn } from './scripts-in.ts';
import { type Branch, hasElse, makeOf } from './terraform-text.ts';

/** Larger ones are not written by people. */
const largest = 200_000;

export function readShell(source: Source, files: SourceFiles): World | undefined {
  if (source.text.length > largest || /\0/.test(source.text) || isOfOtherEngine(source.text))
    return undefined;
  const isDockerfile = /^(?:Dockerfile|Containerfile)|\.dockerfile$/i.test(posix.basename(source.file));
  const agents = isDockerfile ? dockerfileAgents(source, files) : agentsIn(source, files);
  if (agents.length === 0) return undefined;
  // What else runs on these machines, and how many there are, is not known.
  return { kind: 'shell', source, texts: [source], agents, isWhole: false };
}

/** Of conditions of Terraform both sides are read; what is the same on both is read once. */
function agentsIn(source: Source, files: SourceFiles): readonly StartedAgent[] {
  const on = (branch: Branch): readonly StartedAgent[] =>
    effectsIn(source, branch).flatMap((effects) => agentsOf({ source, files, effects }));
  const first = on('first');
  if (!hasElse(source.text)) return first;
  const known = new Set(first.map(makeOf));
  return [...first, ...on('else').filter((agent) => !known.has(makeOf(agent)))];
}

function effectsIn(source: Source, branch: Branch): readonly Effects[] {
  const cloud = cloudConfigOf(source, branch);
  if (cloud) return [cloud];
  return scriptsIn(source, branch).map(({ text, mayBeGiven }) => effectsOf(text, { mayBeGiven }));
}

/** Go and Jinja templates are read by other means, if at all; `{{ GetPrivateIP }}` is the agent's own. */
const isOfOtherEngine = (text: string): boolean =>
  /\{%[-+]?\s*(?:if|for|set|block|raw)\b|\{\{-?\s*(?:if|range|with|end|define|include|template)\b/.test(
    text.replace(formats, ''),
  );

/** `docker inspect -f '{{range …}}'` is the command's own. */
const formats = /(?<=\s)(?:-f|--format)[ \t=]*(?:'[^'\n]*'|"[^"\n]*")/g;
