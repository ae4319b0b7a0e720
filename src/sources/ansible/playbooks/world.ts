/** What a playbook, or a file of tasks, makes: agents of roles, and files that its tasks write. */
import { posix } from 'node:path';
import type { Source } from '../../../text/source/source.ts';
import type { ListValue } from '../../../text/tree/value.ts';
import { inNetworks } from '../../container/agent.ts';
import type { SourceFiles, StartedAgent, World } from '../../source.ts';
import { agentOf } from '../agent.ts';
import { roleCalled } from '../roles/roles.ts';
import { startedContainer } from './containers.ts';
import { writtenTemplate, writtenValue } from './contents.ts';
import { type Play, playsIn, type UsedRole } from './plays.ts';
import { startedByScript } from './scripts.ts';

export function worldOfPlaybook(root: ListValue, source: Source, files: SourceFiles): World | undefined {
  const plays = playsIn(root);
  if (!plays) return undefined;
  const tasks = plays.flatMap((play) => play.tasks);
  const templates = tasks.flatMap((task) => writtenTemplate(task) ?? []);
  const agents = [
    ...plays.flatMap((play) => play.roles.flatMap((role) => agentOfRole(role, play) ?? [])),
    ...tasks.flatMap((task) => writtenValue(task) ?? []),
    ...inNetworks(tasks.flatMap((task) => startedContainer(task) ?? [])),
    ...tasks.flatMap((task) => startedByScript(task, source, files)),
  ];
  if (templates.length + agents.length === 0) return undefined;
  return {
    kind: 'ansible',
    source,
    texts: [source],
    agents: named(agents, source),
    templates,
    isWhole: false,
  };
}

/** Nothing is known of one without variables. */
function agentOfRole({ name, at, variables }: UsedRole, { hosts }: Play): StartedAgent | undefined {
  const role = roleCalled(name, variables);
  const isGiven = role?.options.some(([variable]) => variables.has(variable));
  const isMapped = role?.mapping !== undefined && variables.has(role.mapping);
  if (!role || !(isGiven || isMapped)) return undefined;
  const host = { name: hosts ?? '', at, variables, role, groups: [], servers: undefined };
  return { ...agentOf(host), isAlone: true };
}

/** After the hosts of the play; else after the file, with the line where there are several. */
function named(agents: readonly StartedAgent[], source: Source): readonly StartedAgent[] {
  const stem = posix.basename(source.file).replace(/(?<=.)\.[\w.]+$/, '');
  return agents.map((agent) => {
    if (/^[\w.-]+$/.test(agent.name)) return agent;
    const { line } = source.position(agent.at.start);
    return { ...agent, name: agents.length > 1 ? `${stem}:${line}` : stem };
  });
}
