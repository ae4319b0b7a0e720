/** Nodes of templates: one for each text that a template may make, of which only what is literal is known. */
import { basename, dirname } from 'node:path';
import type { Finding } from '../../finding.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import { decodeFile, makeAgent, parseFile } from '../../model/load/load.ts';
import { dependentOn } from '../../model/resolve/fold.ts';
import { nearestModelled } from '../../options/releases/older.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import type { TemplateText, World } from '../../sources/source.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { Node } from '../../subjects/subjects.ts';
import { readUnit, type Unit } from '../../subjects/unit/unit.ts';
import type { Stretch, Variant } from '../../text/holes/variants.ts';
import { EmbeddedSource, inFile, textWithHoles } from '../../text/source/embedded.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { groupBy } from '../../util/collections.ts';
import { memberPath } from '../../util/text.ts';
import { kindOf } from '../kinds/evidence.ts';
import type { LoadSession } from '../node-sources.ts';
import { isNamedAfterConsul, isNamedAfterOther, isReadByAgents } from '../paths.ts';
import { knownPart } from './known-part.ts';
import { unknownKeys, withAll } from './written-files.ts';

/** The texts that each template may make for an agent, by its file: none of those that are of another program, or unreadable. */
export function templateEstates(worlds: readonly World[], session: LoadSession): TemplateEstates {
  const version = nearestModelled(session.version ?? session.assumed ?? defaultVersion);
  const read = worlds.flatMap((world) =>
    (world.templates ?? []).map((template) => ({
      world,
      template,
      known: knownOf(template, version),
    })),
  );
  const together = groupBy(read, ({ world }) => dirname(world.source.file));
  const estates = new Map<string, Estate[]>();
  const unreadable = new Map<string, string>();
  for (const group of together.values()) {
    // What one of the texts sets may be set in each, as may what the templates next to it set.
    const written = new Set(
      group.flatMap(({ known }) => known.flatMap(({ raw, unknown }) => [...pathsIn(raw), ...unknown.keys()])),
    );
    for (const { world, template, known } of group) {
      if (known === unreadableText)
        unreadable.set(world.source.file, 'no text that it makes is readable without its values');
      const nodes =
        template.kind === 'unit'
          ? unitNodes(template, session, version)
          : known.flatMap((one) => configNode(one, written, session, version));
      if (nodes === conditionalCommand)
        unreadable.set(world.source.file, 'its command line depends on conditions or loops');
      const { texts, source } = world;
      const own = nodes.map((node): Estate => ({ nodes: [node], complete: false, texts }));
      estates.set(source.file, [...(estates.get(source.file) ?? []), ...own]);
    }
  }
  return { estates, unreadable };
}

export interface TemplateEstates {
  /** By the file of the template. */
  readonly estates: ReadonlyMap<string, readonly Estate[]>;
  /** Why templates were not read, by their files. */
  readonly unreadable: ReadonlyMap<string, string>;
}

const unreadableText: readonly Known[] = [];

const conditionalCommand: readonly Node[] = [];

interface Known extends ReturnType<typeof knownIn> {
  readonly file: ConfigFile;
  /** Of keys that no agent knows. */
  readonly keys: readonly Finding[];
}

interface Read {
  readonly file: ConfigFile;
  readonly variant: Variant;
}

function knownOf({ path, variants, format, kind }: TemplateText, version: string): readonly Known[] {
  if (kind === 'unit') return [];
  const read = variants.flatMap((variant): readonly Read[] => {
    const parsed = parseFile(new EmbeddedSource(textWithHoles(variant.text)), format ?? 'hcl', version);
    const isDialect = parsed.findings.every(({ rule }) => rule === 'syntax/json-dialect');
    if (!parsed.raw || (parsed.refused && !isDialect)) return [];
    return [{ file: decodeFile({ ...parsed, findings: [], refused: false }, version), variant }];
  });
  if (read.length === 0) return unreadableText;
  if (!isOfAgent(read, path)) return [];
  const conditional = variants[0]!.unsure;
  return read.map((one) => ({ file: one.file, ...knownIn(one), keys: certainKeys(one, conditional) }));
}

/** A condition may be that of the releases which have the key. */
const certainKeys = ({ file, variant }: Read, conditional: readonly Stretch[]): readonly Finding[] =>
  unknownKeys(file)
    .filter(({ at }) => !isWithin(at, variant.unsure))
    .map((finding) =>
      isWithin(finding.at, conditional) && /\bRemoved in \d/.test(finding.message)
        ? { ...finding, severity: 'warning', message: `${finding.message} (${ofOlder})` }
        : finding,
    );

const ofOlder = 'unless its condition holds for older releases only';

const knownIn = ({ file, variant }: Read) =>
  knownPart(
    file.raw,
    (at) => isWithin(at, variant.unsure),
    (at) => isWithin(at, variant.repeated),
  );

/** Those of options and of blocks, as they are written. */
function pathsIn(object: ObjectValue | undefined, prefix = ''): readonly string[] {
  if (!object || prefix.split('.').length > deepest) return [];
  return [...object.members.values()].flatMap(({ name, value }) => {
    const path = memberPath(prefix, name);
    const inner = value.kind === 'list' ? value.items : [value];
    return [path, ...inner.flatMap((item) => (item.kind === 'object' ? pathsIn(item, path) : []))];
  });
}

const deepest = 6;

function isOfAgent(read: readonly Read[], path: string): boolean {
  const kinds = read.map(({ file }) => kindOf(file));
  const isNamed = isNamedAfterConsul(path);
  const isOther = kinds.some((kind) => kind === 'other' || kind === 'entry');
  if (isOther || isNamedAfterOther(basename(path)) || (!isNamed && ofOthers.test(path))) return false;
  if (isReadByAgents(path)) return true;
  // With keys that no agent has, it may be what the HTTP API takes.
  const isPlain = read.every(({ file }) => file.findings.every(({ rule }) => rule !== 'option/unknown'));
  return kinds.some(
    (kind) => kind === 'agent' || (isNamed && (kind === 'definition' || (kind === 'unclear' && isPlain))),
  );
}

const ofOthers = /(?:^|[/_.-])(?:vault|nomad|boundary|waypoint|patroni)(?:[/_.-]|$)/i;

function configNode(
  { file: { source, format }, raw, unknown: own, keys }: Known,
  written: ReadonlySet<string>,
  session: LoadSession,
  version: string,
): readonly Node[] {
  if (!raw) return [];
  const set = new Set(pathsIn(raw));
  const elsewhere = [...written].flatMap((path) =>
    set.has(path) ? [] : [[path, source.span(0, 0)] as const],
  );
  const unknown = new Map(
    [...elsewhere, ...own].flatMap(([path, at]) => dependentOn(path).map((name) => [name, at] as const)),
  );
  const decoded = decodeFile({ source, format, raw, findings: [], refused: false }, version);
  // What a rule says of an agent depends on whether it is a server.
  const isForRole = decoded.value?.members.get('server')?.value.kind === 'bool';
  const findings = withAll(decoded.findings, keys);
  const known: ConfigFile = { ...decoded, findings, ...(!isForRole && { template: true }) };
  const agent = makeAgent([known], { version, name: source.file });
  return [{ ...templateNode(agent, session, source.file), files: [known], unit: undefined, unknown }];
}

/** Directives in conditions may or may not be there, so that of such a unit the command line alone is read. */
function unitNodes(
  { variants, holes }: TemplateText,
  session: LoadSession,
  version: string,
): readonly Node[] {
  const [variant] = variants;
  const unit = variant && readUnit([new EmbeddedSource(variant.text)]);
  if (!unit) return [];
  const { under, over } = unit.flags;
  const isSure = variant.unsure.length === 0;
  const { file } = variant.text.source;
  const agent = makeAgent(
    [under, over].filter((one) => one !== undefined),
    { version, name: file, at: unit.start.at },
  );
  const node = { ...templateNode(agent, session, file), files: [] };
  const isKnown = ({ at }: Finding): boolean => !isWithin(at, holes) || at.start === unit.start.at.start;
  if (isSure) return [{ ...node, unit, isKnown }];
  const isWhole = !isWithin(unit.start.at, variant.unsure);
  return isWhole ? [{ ...node, unit: undefined, command: commandOf(unit), isKnown }] : conditionalCommand;
}

const commandOf = ({ words, flags, start }: Unit) => ({ words, flags, at: start.at });

const templateNode = (
  agent: ReturnType<typeof makeAgent>,
  { facts }: LoadSession,
  path: string,
): Omit<Node, 'files' | 'unit'> => ({
  ...agent,
  host: undefined,
  skipped: [],
  tree: undefined,
  machine: undefined,
  template: true,
  facts: facts ?? (() => ({ tracked: false, mode: undefined })),
  deployments: [{ path, isTemplate: true, maySet: () => true, names: () => false }],
});

/** Whether a part of it is in one of these parts of the file. */
function isWithin(at: Span, stretches: readonly Stretch[]): boolean {
  const { start, end } = inFile(at);
  return stretches.some((one) => start < one.end && Math.max(end, start + 1) > one.start);
}
