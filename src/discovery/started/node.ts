/** The node of an agent that a file starts. */
import { dirname } from 'node:path';
import type { ConfigFile } from '../../model/load/file.ts';
import { makeAgent } from '../../model/load/load.ts';
import { nearestModelled } from '../../options/releases/older.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import type { StartedAgent } from '../../sources/source.ts';
import type { Container } from '../../subjects/container.ts';
import type { Node } from '../../subjects/subjects.ts';
import { readFlags } from '../../subjects/unit/flags.ts';
import { inFile } from '../../text/source/embedded.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import { objectValue, stringValue } from '../../text/tree/make.ts';
import { kindOf } from '../kinds/evidence.ts';
import { isLoaderDirectory, isNamedAfterConsul, isNamedAfterOther, isReadByAgents } from '../paths.ts';
import { type Around, deploymentsOf } from './around.ts';
import { readAll, readConfig } from './config-files.ts';

export interface StartedNode {
  readonly node: Node;
  /** Nothing says that other agents of the file are of its cluster. */
  readonly isAlone: boolean;
  /** Files of their own that it reads. */
  readonly paths: readonly string[];
  /** No options are set that are not in sight. */
  readonly isKnown: boolean;
  /** What was found and where, in a line. */
  readonly why: string;
}

/** Undefined where its files are not an agent's. */
export function startedNode(agent: StartedAgent, around: Around): StartedNode | undefined {
  const { world, session } = around;
  const { source } = world;
  const release = session.version ?? agent.release ?? session.assumed ?? defaultVersion;
  const version = nearestModelled(release);
  const flags = agent.unit?.flags ?? (agent.words && readFlags(source, agent.words));
  const config = flags
    ? readConfig(
        flags.configPaths.map(({ text }) => text),
        agent,
        version,
        session,
      )
    : readAll(agent, version, session);
  const { files, unknown, absent, mounted } = config;
  if (agent.isFound && !isOfAgent(agent, files)) return undefined;
  const at = agent.at;
  const all = [flags?.dev ? developmentMode(at) : undefined, flags?.under, ...files, flags?.over].filter(
    (file) => file !== undefined,
  );
  const first = agent.container ? undefined : files[0]?.source;
  const made = makeAgent(all, { version, name: agent.name, at: first ? first.span(0, 0) : at });
  const open = agent.open ?? openBy(config, agent, made.config.get('data_dir') !== undefined, flags?.dev);
  const { container, unit } = agent;
  const node: Node = {
    ...made,
    // In development mode an agent is a server, whatever is written.
    ...(flags?.dev && !agent.unit && { role: 'server' }),
    files,
    host: container || agent.isOfInventory ? (container?.names[0] ?? agent.name) : undefined,
    unit,
    ...(flags && agent.words && { command: { words: agent.words, flags, at } }),
    ...(container && { container: { ...container, absent } }),
    unknown,
    skipped: [],
    tree: undefined,
    machine: undefined,
    mounted,
    facts: session.facts ?? (() => ({ tracked: false, mode: undefined })),
    ...deploymentsOf(agent, around, open),
  };
  const place = `${source.file}:${source.position((container?.at ?? inFile(at)).start).line}`;
  const read = [...mounted.keys()].map((path) => `, ${path}`).join('');
  return {
    node,
    isAlone: agent.isAlone === true,
    paths: [...mounted.keys()],
    isKnown: open === undefined && !flags?.dev,
    why: `${node.name}: ${place}${read} (${whatOf(agent)}${open === undefined ? '' : `; ${open}`})`,
  };
}

/** In a directory that agents read, a file may say little; elsewhere one with keys that no agent knows may be of anything. */
function isOfAgent({ mounts }: StartedAgent, files: readonly ConfigFile[]): boolean {
  const isRead = mounts.some(({ target }) => isLoaderDirectory(dirname(target)));
  const kinds = new Set(files.map(kindOf));
  if (mounts.some(({ target, content }) => content.kind === 'value' && isReadByAgents(target))) return true;
  if (isRead && kinds.has('unclear')) return true;
  const isNamed = isRead || mounts.some(({ target }) => isNamedAfterConsul(target));
  if (!isNamed && mounts.some(({ target }) => isOfOther(target, kinds.has('agent')))) return false;
  const isForeign = files.some(({ findings }) => findings.some(({ rule }) => rule === 'option/unknown'));
  return (isNamed || !isForeign) && (kinds.has('agent') || kinds.has('definition'));
}

/** Written into the directory of a program: of one that is known, or with services, which many programs have. */
function isOfOther(target: string, saysAgent: boolean): boolean {
  const program = programs.exec(target)?.[1];
  return program !== undefined && (isNamedAfterOther(program) || (!saysAgent && !general.test(program)));
}

const programs = /^\/(?:etc|opt|srv|var\/(?:lib|opt)|usr\/(?:local\/)?(?:etc|share|lib))\/([^/]+)\//;

const general =
  /^(?:conf|config|configs|etc|local|share|lib|hashi\w*|services?|tmp|data|files?|scripts?|server|client|agent|cluster)$/i;

/** Why options may be set that are not in sight. */
function openBy(
  { isOpen, unknown }: ReturnType<typeof readAll>,
  { container }: StartedAgent,
  hasDataDir: boolean,
  isDev: boolean | undefined,
): string | undefined {
  if (isOpen) return 'files that it reads are not at hand';
  if (container || hasDataDir || isDev) return undefined;
  // Without one no agent starts.
  return `what ${unknown.has('data_dir') ? 'fills in' : 'sets'} its data directory is not at hand`;
}

function whatOf({ container, image, unit, words, mounts, isOfInventory }: StartedAgent): string {
  const of = image === undefined ? '' : `, image ${image}`;
  if (isOfInventory !== undefined) return 'variables of a role';
  if (container) return `${called[container.kind](container.name)}${of}`;
  if (unit) return 'a unit that the script writes';
  if (words) return `a command of the script${of}`;
  const isOfValues = mounts.some(({ content }) => content.kind === 'value');
  return isOfValues ? 'values that are written to a file' : 'files that the script writes';
}

const called: Readonly<Record<Container['kind'], (name: string) => string>> = {
  ansible: (name) => `the container ${name} of a task`,
  compose: (name) => `the service ${name}`,
  kubernetes: (name) => `the service ${name}`,
  docker: () => 'a container of the script',
  ecs: (name) => `the container ${name} of a task definition`,
  terraform: (name) => `the container ${name} of Terraform`,
};

/** What `-dev` sets under everything else, as far as rules about the network ask. */
function developmentMode(at: Span): ConfigFile {
  const value = stringValue('127.0.0.1', at);
  const members = new Map([['bind_addr', { name: 'bind_addr', key: spanOf(at), value }]]);
  return { source: at.source, format: 'hcl', raw: undefined, value: objectValue(members, at), findings: [] };
}
