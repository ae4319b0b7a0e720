/** Roll-out: what rendered files change on hosts, next to the files that were brought there before. */
import { type Finding, isError } from '../finding.ts';
import type { OutFile } from '../manifest/file.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { effortOf } from '../model/change/compare.ts';
import { efforts } from '../model/change/effort.ts';
import { plainChange } from '../model/change/plain.ts';
import { packagedUnit, packagedUnitPath } from '../render/packaged-unit.ts';
import { kinds } from '../sources/registry.ts';
import { takenUpBy } from '../subjects/roll-out/files.ts';
import type { RollOut, RollOutFile, RollOutNode } from '../subjects/roll-out/roll-out.ts';
import { stepsOf } from '../subjects/roll-out/steps.ts';
import type { Node } from '../subjects/subjects.ts';
import { compareUnits, effortWith, type UnitChange } from '../subjects/unit/compare.ts';
import { compare } from './compare.ts';
import { isFailed } from './failure.ts';
import { memoryFiles } from './files/memory.ts';
import { nodesIn, openSession } from './lint/session.ts';
import { noSettings } from './settings/load.ts';

/** The text of each file of a host, by its path there. */
export type HostTexts = ReadonlyMap<string, string>;

export interface RollOutInput {
  /** The nodes of the manifest, and their rendered files. */
  readonly nodes: readonly NodeSpec[];
  readonly files: readonly OutFile[];
  readonly against: {
    /** As reports name it. */
    readonly name: string;
    /** The files of each host, by the name of its node. */
    readonly hosts: ReadonlyMap<string, HostTexts>;
    /** Below the directory: written by an earlier run, and not rendered any more. */
    readonly stale: ReadonlySet<string>;
    /** Files with secrets that are not compared, below the directory. */
    readonly unseen: ReadonlySet<string>;
  };
  /** Conceals secrets in the text of a directive. */
  readonly conceal: (text: string) => string;
}

export interface RollOutResult {
  readonly rollOut: RollOut;
  /** Why agents would not have read the files that were there before; then nothing is known of what runs. */
  readonly unread: readonly Finding[];
}

export async function planRollOut(input: RollOutInput): Promise<RollOutResult> {
  const { against, nodes, files } = input;
  const unread: Finding[] = [];
  const done: RollOutNode[] = [];
  const byNode = filesByNode(files);
  for (const spec of nodes) {
    const own = byNode.get(spec.name) ?? [];
    const [before, after] = [against.hosts.get(spec.name), textsOf(own)];
    const seen = (path: string): boolean => !against.unseen.has(spec.name + path);
    const ran = before && (await nodeFrom(spec.name, before, seen));
    const runs = await nodeFrom(spec.name, after, seen);
    unread.push(...(ran?.findings.filter(isError) ?? []).filter(({ rule }) => rule.startsWith('syntax/')));
    done.push(planNode(spec, own, { before, ran, runs, seen }, input));
  }
  const known = new Set(nodes.map(({ name }) => name));
  for (const [name, texts] of against.hosts) {
    const ran = known.has(name) ? undefined : await nodeFrom(name, texts, () => true);
    if (ran) done.push(removedNode(name, ran));
  }
  const hardest = done.map(({ effort }) => efforts.indexOf(effort));
  const rollOut: RollOut = {
    against: against.name,
    effort: efforts[Math.max(0, ...hardest)]!,
    nodes: done,
    steps: stepsOf(done),
    notCompared: against.unseen.size,
  };
  return { rollOut, unread };
}

function filesByNode(files: readonly OutFile[]): ReadonlyMap<string, readonly OutFile[]> {
  const byNode = new Map<string, OutFile[]>();
  for (const file of files) {
    const name = file.path.slice(0, Math.max(0, file.path.indexOf('/')));
    const list = byNode.get(name);
    if (list) list.push(file);
    else byNode.set(name, [file]);
  }
  return byNode;
}

const onHost = ({ path }: OutFile): string => path.slice(path.indexOf('/'));

const textsOf = (files: readonly OutFile[]): HostTexts =>
  new Map(files.map((file) => [onHost(file), file.content]));

/** Files of an agent and its unit are read as lint reads those of a host, a drop-in over the unit of the package. */
async function nodeFrom(
  name: string,
  texts: HostTexts,
  seen: (path: string) => boolean,
): Promise<Node | undefined> {
  const own = [...texts].filter(([path]) => seen(path)).map(([path, text]) => [name + path, text]);
  if (own.some(([path]) => path?.includes('consul.service.d/')))
    own.push([name + packagedUnitPath, packagedUnit]);
  const off = Object.fromEntries(kinds.map((kind) => [kind.name, false]));
  const session = await openSession({
    paths: [name],
    files: memoryFiles(Object.fromEntries(own)),
    loaded: { ...noSettings, sources: off },
  });
  return isFailed(session) ? undefined : nodesIn(session.found)[0];
}

interface Sides {
  readonly before: HostTexts | undefined;
  readonly ran: Node | undefined;
  readonly runs: Node | undefined;
  readonly seen: (path: string) => boolean;
}

function planNode(
  { name, role, datacenter }: NodeSpec,
  own: readonly OutFile[],
  { before, ran, runs, seen }: Sides,
  { against, conceal }: RollOutInput,
): RollOutNode {
  const written = own.filter((file) => seen(onHost(file))).flatMap((file) => fileChange(file, before));
  const gone = [...against.stale].filter((path) => path.startsWith(`${name}/`));
  const files = [...written, ...gone.map((path) => deleted(path.slice(name.length)))];
  const base = { name, role, datacenter, files };
  if (!ran || !runs) return { ...base, kind: 'new', effort: 'none', changes: [], unit: [] };
  const { changes } = compare(ran, runs);
  const unit = compareUnits(ran.unit, runs.unit).map((change) => concealed(change, conceal));
  const isSame = files.length === 0 && changes.length === 0 && unit.length === 0;
  return {
    ...base,
    kind: isSame ? 'same' : 'changed',
    effort: effortWith(effortOf(changes), unit, role),
    changes: changes.map(plainChange),
    unit,
  };
}

function fileChange(file: OutFile, before: HostTexts | undefined): RollOutFile[] {
  const path = onHost(file);
  const was = before?.get(path);
  if (was === file.content) return [];
  const asks = takenUpBy(path);
  const kind = was === undefined ? 'create' : 'update';
  return [{ path, kind, secret: file.secret, ...(asks !== undefined && { asks }) }];
}

const deleted = (path: string): RollOutFile => {
  const asks = takenUpBy(path);
  return { path, kind: 'delete', secret: false, ...(asks !== undefined && { asks }) };
};

const concealed = (
  { directive, before, after }: UnitChange,
  conceal: (text: string) => string,
): UnitChange => ({
  directive,
  before: before === undefined ? before : conceal(before),
  after: after === undefined ? after : conceal(after),
});

const removedNode = (name: string, { role, config }: Node): RollOutNode => {
  const datacenter = config.resolved?.members.get('datacenter')?.value;
  return {
    name,
    role,
    datacenter: datacenter?.kind === 'string' ? datacenter.value.toLowerCase() : 'dc1',
    kind: 'removed',
    effort: 'none',
    files: [],
    changes: [],
    unit: [],
  };
};
