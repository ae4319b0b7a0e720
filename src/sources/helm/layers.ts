/**
 * Values as the chart gets them: a file alone, one for an environment laid over `values.yaml`, or those that a release of Helmfile,
 * Argo CD or Flux names, one after the other.
 */
import { posix } from 'node:path';
import { EmbeddedSource, textInFile } from '../../text/source/embedded.ts';
import type { Source } from '../../text/source/source.ts';
import { itemsOf, memberOf, objectIn, textIn, wordIn } from '../../text/tree/read.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { decodeYaml } from '../../text/yaml/decode.ts';
import { parseYamlDocuments } from '../../text/yaml/parse.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import type { SourceFiles } from '../source.ts';
import { chartValuesIn } from './values.ts';

export interface Layered {
  readonly values: Value;
  /** The file that was asked for is the first. */
  readonly texts: readonly Source[];
}

export function layeredValues(source: Source, files: SourceFiles): Layered | undefined {
  const documents = documentsIn(source);
  if (!documents) return undefined;
  const releases = documents.flatMap((document) => releasesIn(document, source));
  if (releases.length > 0) return releases.length === 1 ? valuesOf(releases[0]!, source, files) : undefined;
  const [root, second] = documents;
  return root && !second ? overBase(root, source, files) : undefined;
}

/** Undefined where one has a mistake. */
function documentsIn(source: Source): readonly ObjectValue[] | undefined {
  const trees = parseYamlDocuments(source);
  if (trees.some(({ problems }) => problems.length > 0)) return undefined;
  return trees.flatMap((tree) => (tree.root && objectIn(decodeYaml(tree.source, tree.root))) ?? []);
}

/** `values-prod.yaml`, `values.prod.yaml`, `prod-values.yaml`, `prod.values.yaml`. */
const ofEnvironment = /^(?:values[-_.][\w.-]+|[\w-]+[-_.]values)\.ya?ml$/;

function overBase(root: ObjectValue, source: Source, files: SourceFiles): Layered | undefined {
  const { file } = source;
  const directory = posix.dirname(file);
  const base = ofEnvironment.test(posix.basename(file))
    ? ['values.yaml', 'values.yml'].map((name) => files.read(posix.join(directory, name))).find((one) => one)
    : undefined;
  const [below, second] = (base && documentsIn(base)) ?? [];
  if (!base || !below || second || !chartValuesIn(below)) return alone(root, source);
  const values = chartValuesIn(overlaid(below, root));
  return values && { values, texts: [source, base] };
}

function alone(root: ObjectValue, source: Source): Layered | undefined {
  const values = chartValuesIn(root);
  return values && { values, texts: [source] };
}

/** Mappings are laid over each other, and any other value replaces the one below. */
function overlaid(below: ObjectValue, above: ObjectValue): ObjectValue {
  const members = new Map<string, Member>(below.members);
  for (const [name, member] of above.members) {
    const other = members.get(name)?.value;
    const isBoth = other?.kind === 'object' && member.value.kind === 'object';
    members.set(name, isBoth ? { ...member, value: overlaid(other, member.value) } : member);
  }
  return { ...above, members };
}

/** What one release lays over each other: files and values that are written in it. */
type Layer = { readonly path: string } | { readonly values: ObjectValue } | 'unknown';

interface Release {
  readonly layers: readonly Layer[];
}

/** Others have charts of this name too. */
const isOfConsul = (chart: Value | undefined, repository?: Value): boolean =>
  /(?:^|\/)consul$/.test(textIn(chart) ?? '') &&
  ![chart, repository].some((one) => /bitnami|stable|incubator/.test(textIn(one) ?? ''));

function releasesIn(document: ObjectValue, source: Source): readonly Release[] {
  const kind = textIn(memberOf(document, 'kind'));
  const spec = memberOf(document, 'spec');
  if (kind === 'HelmRelease') {
    const chart = memberOf(memberOf(spec, 'chart'), 'spec');
    const repository = memberOf(memberOf(chart, 'sourceRef'), 'name');
    const isOpen = itemsOf(memberOf(spec, 'valuesFrom')).length > 0;
    const layers = [...(isOpen ? ['unknown' as const] : []), ...inline(memberOf(spec, 'values'))];
    return isOfConsul(memberOf(chart, 'chart'), repository) ? [{ layers }] : [];
  }
  if (kind === 'Application') {
    const sources = [memberOf(spec, 'source'), ...itemsOf(memberOf(spec, 'sources'))];
    return sources.flatMap((one) =>
      isOfConsul(memberOf(one, 'chart'), memberOf(one, 'repoURL')) ? [argoRelease(one)] : [],
    );
  }
  if (!/^helmfile/.test(posix.basename(source.file))) return [];
  return itemsOf(memberOf(document, 'releases'))
    .filter((release) => isOfConsul(memberOf(release, 'chart')))
    .map((release) => ({ layers: itemsOf(memberOf(release, 'values')).flatMap(layerOf) }));
}

/** The parameters of Argo CD come last, and are not read. */
function argoRelease(source: Value | undefined): Release {
  const helm = memberOf(source, 'helm');
  const paths = itemsOf(memberOf(helm, 'valueFiles')).flatMap(layerOf);
  const isOpen = itemsOf(memberOf(helm, 'parameters')).length > 0;
  return {
    layers: [
      ...paths,
      ...inline(memberOf(helm, 'values')),
      ...inline(memberOf(helm, 'valuesObject')),
      ...(isOpen ? ['unknown' as const] : []),
    ],
  };
}

function layerOf(item: Value): readonly Layer[] {
  const path = textIn(item);
  if (path === undefined) return inline(item);
  return [/[{}$]|^[a-z]+:\/\//.test(path) ? 'unknown' : { path }];
}

/** A mapping, or a text of YAML. */
function inline(value: Value | undefined): readonly Layer[] {
  if (!value || value.kind === 'null') return [];
  if (value.kind === 'object') return [{ values: value }];
  const word = wordIn(value);
  const [values] = (word && documentsIn(new EmbeddedSource(textInFile(scalarText(word))))) ?? [];
  return values ? [{ values }] : ['unknown'];
}

/** Where a layer is not in sight it may set anything: nothing is read then. */
function valuesOf({ layers }: Release, source: Source, files: SourceFiles): Layered | undefined {
  const texts = [source];
  let values: ObjectValue | undefined;
  for (const layer of layers) {
    if (layer === 'unknown') return undefined;
    const read = 'path' in layer ? files.read(posix.join(posix.dirname(source.file), layer.path)) : undefined;
    const [own] = 'path' in layer ? ((read && documentsIn(read)) ?? []) : [layer.values];
    if (!own) return undefined;
    if (read) texts.push(read);
    values = values ? overlaid(values, own) : own;
  }
  return values && { values, texts };
}
