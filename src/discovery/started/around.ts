/** What besides the files of an agent may set options of it: the rest of the file that starts it, and what lies near. */
import { dirname } from 'node:path';
import type { StartedAgent, World } from '../../sources/source.ts';
import type { Deployment, Node } from '../../subjects/subjects.ts';
import { inFile } from '../../text/source/embedded.ts';
import { type Deployments, mentions } from '../machine/deployments.ts';
import type { LoadSession } from '../node-sources.ts';
import type { Operated } from './operators.ts';

export interface Around {
  readonly world: World;
  readonly session: LoadSession;
  readonly operated: Operated;
  /** What lies near files that start agents and may set options of these. */
  readonly near: Deployments;
  /** The directory below which it is looked for. */
  readonly root: string;
}

/** What else may set options of it. */
export function deploymentsOf(
  agent: StartedAgent,
  { world: { source }, operated, near, root }: Around,
  open: string | undefined,
): Pick<Node, 'deployments'> {
  if (open !== undefined) return { deployments: [mayBeSet(source.file, () => true)] };
  if (agent.written) {
    const rest = without(source.text, agent);
    const others = near.near([dirname(source.file)], root).filter(({ path }) => path !== source.file);
    return { deployments: [mayBeSet(source.file, (option) => mentions(rest, option)), ...others] };
  }
  if (!operated.isJoined) return {};
  return { deployments: [mayBeSet(source.file, (option) => /^(?:retry|start)_join$/.test(option))] };
}

/** A script without what was read of it for this agent. */
function without(text: string, { written = [], words = [] }: StartedAgent): string {
  const read = [...written, ...words.map(({ at }) => at)].map(inFile).sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of read) {
    rest += `${text.slice(at, Math.max(at, start))}\n`;
    at = Math.max(at, end);
  }
  return rest + text.slice(at);
}

/** Of what is not in sight any option may be set, and a command may join agents. */
const mayBeSet = (path: string, maySet: Deployment['maySet']): Deployment => ({
  path,
  isTemplate: false,
  maySet,
  names: () => false,
});
