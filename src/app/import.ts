/** Import: hosts that were configured by hand become the manifest that renders them. Nothing is written. */
import { dirname } from 'node:path';
import { type Finding, isError, tidy } from '../finding.ts';
import { type Imported, importHosts } from '../import/import-hosts.ts';
import { yamlKind } from '../manifest/recognise.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { withoutSecretsOf } from '../secrets/run/hide.ts';
import type { Node } from '../subjects/subjects.ts';
import { Source } from '../text/source/source.ts';
import { type Failed, type Failure, isFailed } from './failure.ts';
import { nodesIn, openSession, type SessionInput } from './lint/session.ts';

export interface ImportInput extends SessionInput {
  /** What the cluster is used for; undefined: `patroni` where a host has the configuration of Patroni. */
  readonly profile?: readonly string[] | undefined;
  /** The format of rendered files; undefined: that of most of the text. */
  readonly format?: ConfigFormat | undefined;
}

export interface ImportedNode {
  readonly name: string;
  /** Its directory, or its file where there is no other. */
  readonly path: string;
}

export type ImportResult =
  | (Imported & { readonly files: number })
  /** An agent cannot read the files of a host, and these are the reasons. */
  | { readonly refused: readonly Finding[]; readonly files: number }
  /** Neither the caller nor the units name the release of Consul the hosts run. */
  | { readonly releaseUnknown: true }
  /** The paths hold several clusters, as lint keeps them apart: where the nodes of each are. */
  | { readonly clusters: readonly (readonly ImportedNode[])[] }
  | Failed;

export async function importPaths(input: ImportInput): Promise<ImportResult> {
  const session = await openSession(input);
  if (isFailed(session)) return session;
  const { found, manifests } = session;
  if (manifests.length > 0) return { failures: manifests.map((path) => yamlFailure(path, input)) };
  const apart = found.estates.filter(({ nodes: own }) => own.some(isAgent));
  if (apart.length > 1) return { clusters: apart.map(({ nodes: own }) => own.map(placeOf)) };
  const nodes = nodesIn(found).filter(isAgent);
  const consul = input.release ?? releaseOf(nodes);
  if (consul === undefined) return { releaseUnknown: true };
  const files = nodes.flatMap((node) => node.files).length;
  const refused = tidy(nodes.flatMap((node) => node.findings).filter(isError));
  if (refused.length > 0) return { refused, files };
  const imported = importHosts(nodes, {
    consul: consul.replace(/^v/, ''),
    profile: input.profile ?? usualProfile(nodes),
    format: input.format ?? usualFormat(nodes),
    protects: input.profile?.includes('patroni') === true,
  });
  return { ...imported, files };
}

/** A template is not an agent, but a text from which several may be made. */
const isAgent = ({ template }: Node): boolean => !template;

/** YAML is read by no agent, be it a manifest or the file of another program. */
function yamlFailure(path: string, { files }: ImportInput): Failure {
  const bytes = files.read(path);
  const text = bytes && Source.fromBytes(path, bytes).text;
  return { kind: text !== undefined && yamlKind(path, text) !== 'manifest' ? 'extension' : 'manifest', path };
}

const placeOf = ({ name: written, files, unit, tree, container, config }: Node): ImportedNode => {
  const name = withoutSecretsOf(config.written.source, written);
  if (container) return { name, path: container.at.source.file };
  const file = files[0]?.source.file ?? unit?.start.at.source.file ?? '.';
  return { name, path: tree?.root ?? dirname(file) };
};

/** The release that every unit or image names, as rendered units do. */
function releaseOf(nodes: readonly Node[]): string | undefined {
  const [first, ...more] = new Set(
    nodes.map(({ unit, container }) => unit?.consul ?? container?.release?.text),
  );
  return more.length === 0 ? first : undefined;
}

/** Where a host has what is rendered for Patroni, the cluster is its store. */
const usualProfile = (nodes: readonly Node[]): string[] =>
  nodes.some(({ tree }) => tree?.has('/etc/patroni/consul.yml')) ? ['patroni'] : [];

function usualFormat(nodes: readonly Node[]): ConfigFormat {
  const files = nodes.flatMap((node) => node.files);
  const length = (format: ConfigFormat): number =>
    files.reduce((sum, file) => sum + (file.format === format ? file.source.text.length : 0), 0);
  return length('hcl') > length('json') ? 'hcl' : 'json';
}
