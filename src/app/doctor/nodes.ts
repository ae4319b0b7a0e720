/** The nodes that should run: those of manifests, and those of agents' files. */
import { type Finding, isError } from '../../finding.ts';
import { find } from '../../model/value-path.ts';
import { isPlaceholder } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { Source } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { type Failed, isFailed } from '../failure.ts';
import { filesLibrary } from '../files/library.ts';
import { openNamed } from '../files/user-files.ts';
import { nodesIn, openSession, type Session, type SessionInput } from '../lint/session.ts';
import type { Expected } from './expected.ts';
import { type ExpectedPatroni, patroniOfFiles, patroniOfSpec } from './patroni/expected.ts';

export interface ExpectedNodes {
  readonly nodes: readonly Expected[];
  /** Why the files do not say what should run; empty where they do. */
  readonly findings: readonly Finding[];
  readonly files: number;
  /** What was read of agents; absent where no path was named. */
  readonly session?: Session;
}

export async function expectedNodes(input: SessionInput): Promise<ExpectedNodes | Failed> {
  if (input.paths.length === 0) return { nodes: [], findings: [], files: 0 };
  const session = await openSession(input);
  if (isFailed(session)) return session;
  const own = nodesIn(session.found);
  const alone = session.manifests.length === 0 && own.length === 1;
  const found = [
    await ofFiles(own, alone, input.release),
    ...(await Promise.all(session.manifests.map((path) => ofManifest(path, input)))),
  ];
  const failed = found.find(isFailed);
  if (failed) return failed;
  const all = found as readonly ExpectedNodes[];
  return {
    nodes: all.flatMap(({ nodes }) => nodes),
    findings: all.flatMap(({ findings }) => findings),
    files: all.reduce((sum, { files }) => sum + files, 0),
    session,
  };
}

/** @param stated the release that settings or the caller name */
async function ofFiles(
  own: readonly Node[],
  isAlone: boolean,
  stated: string | undefined,
): Promise<ExpectedNodes> {
  const nodes = own.map(async (node) => {
    const found = { ...expected(node, node.unit?.consul ?? stated, new Set()), isAlone };
    return withPatroni(found, node.patroni ? await patroniOfFiles(node.patroni) : []);
  });
  return {
    nodes: await Promise.all(nodes),
    findings: own.flatMap((node) => node.findings).filter(isError),
    files: own.flatMap(({ files }) => files).length,
  };
}

const withPatroni = (found: Expected, patroni: readonly ExpectedPatroni[]): Expected =>
  patroni.length > 0 ? { ...found, patroni } : found;

function expected(
  node: Node,
  release: string | undefined,
  secrets: ReadonlySet<string>,
  at = node.config.at('node_name'),
): Expected {
  return {
    name: node.config.string('node_name') ?? node.name,
    node,
    datacenter: (node.config.string('datacenter') ?? 'dc1').toLowerCase(),
    at,
    release: release?.replace(/^v/, ''),
    isUnknown: (path) =>
      [...(node.unknown?.keys() ?? [])].some(
        (unknown) => path === unknown || path.startsWith(`${unknown}.`),
      ) || holdsUnknown(find(node.config.resolved, path), secrets),
  };
}

/** A secret that is not read here, or a text that something else, such as the agent, fills in. */
function holdsUnknown(value: Value | undefined, secrets: ReadonlySet<string>): boolean {
  if (value?.kind === 'string')
    return secrets.has(value.value) || isPlaceholder(value.value) || value.value.includes('{{');
  if (value?.kind === 'list') return value.items.some((item) => holdsUnknown(item, secrets));
  if (value?.kind === 'object')
    return [...value.members.values()].some((member) => holdsUnknown(member.value, secrets));
  return false;
}

/** Loaded only when a manifest is named: it brings YAML and zod with it. */
async function ofManifest(path: string, { files, library }: SessionInput): Promise<ExpectedNodes | Failed> {
  const named = openNamed(path, files);
  if ('failure' in named) return { failures: [named.failure] };
  const source = Source.fromBytes(path, named.bytes);
  const { prepare } = await import('../render/prepare.ts');
  const { placeholders } = await import('../render/placeholders.ts');
  const { nodeOf } = await import('../render/lint-nodes.ts');
  const secrets = new Set<string>();
  const opened = (await library?.([path])) ?? filesLibrary(path, files);
  const resolve = () => {
    const made = placeholders();
    return {
      ...made,
      text: (reference: Parameters<typeof made.text>[0]) => {
        const text = made.text(reference);
        secrets.add(text);
        return text;
      },
    };
  };
  const { ready, findings } = prepare(source, resolve, opened, { parts: true });
  return {
    nodes: (ready?.nodes ?? []).map((spec) =>
      withPatroni(expected(nodeOf(spec, undefined), spec.version, secrets, spec.at), patroniOfSpec(spec)),
    ),
    findings: findings.filter(isError),
    files: 1,
  };
}
