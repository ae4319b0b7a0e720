/** Nodes and clusters that the settings declare, where directories do not show them. */
import { basename } from 'node:path';
import type { NodesEntry } from '../engine/settings/file.ts';
import type { Estate } from '../subjects/cluster/clusters.ts';
import type { Node } from '../subjects/subjects.ts';
import { type Flags, readFlags } from '../subjects/unit/flags.ts';
import type { Span } from '../text/source/source.ts';
import type { Word } from '../text/systemd.ts';
import { groupBy } from '../util/collections.ts';
import { unitOf } from './directory/units.ts';
import { type LoadSession, loadAll, type NodeSource, releaseFor } from './node-sources.ts';
import { nodeOf } from './nodes.ts';

/** Paths that match globs, which are relative to the settings, or to the directory `below`. */
export type Expand = (
  globs: readonly string[],
  kind: 'files' | 'directories',
  below?: string,
) => readonly string[];

/** Nodes that the settings declare, and how their globs are resolved. */
export interface Declarations {
  readonly nodes: readonly NodesEntry[];
  readonly expand: Expand;
}

export interface Declared {
  readonly estates: readonly Estate[];
  /** Files that belong to a declared node, which are not to be looked for again. */
  readonly claimed: ReadonlySet<string>;
  readonly grouping: readonly string[];
}

/** @param isWanted whether a path was asked for; nodes without any such file are left out */
export function declaredNodes(
  { nodes: entries, expand }: Declarations,
  reading: LoadSession,
  isWanted: (path: string) => boolean,
): Declared {
  const claimed = new Set<string>();
  const grouping: string[] = [];
  const found: { readonly node: Node; readonly cluster: string | undefined }[] = [];
  for (const entry of entries) {
    for (const place of nodesOf(entry, expand)) {
      const paths = expand(place.files, 'files', place.below);
      if (!paths.some(isWanted) && !(paths.length === 0 && entry.flags)) continue;
      for (const path of paths) claimed.add(path);
      const unit =
        place.unit === undefined
          ? undefined
          : unitOf([...expand([place.unit], 'files', place.below)], reading.fs);
      const version = entry.consul ?? releaseFor(unit, reading);
      const loaded = { ...loadAll(paths, version, reading), unit, version };
      const flags = flagsOf(entry);
      const made = nodeOf(declaredSource(loaded, flags), reading, place);
      const node = flags && entry.flags ? { ...made, command: { ...flags, at: entry.flags.at } } : made;
      grouping.push(`${node.name}: ${paths.join(', ') || 'flags only'} (settings, line ${lineOf(entry)})`);
      found.push({ node, cluster: entry.cluster });
    }
  }
  const estates = [...groupBy(found, ({ cluster, node }) => cluster ?? node)].map(([cluster, members]) => ({
    nodes: members.map(({ node }) => node),
    complete: typeof cluster === 'string',
  }));
  return { estates, claimed, grouping };
}

/** An entry of `nodes`, with `each` replaced by one of its directories. */
interface ResolvedEntry {
  readonly host: string | undefined;
  readonly name: string | undefined;
  /** Where its globs begin; undefined: in the directory of the settings. */
  readonly below: string | undefined;
  readonly files: readonly string[];
  readonly unit: string | undefined;
}

/** One place for the entry, or one for every directory that its `each` matches. */
function nodesOf({ each, name, files, unit }: NodesEntry, expand: Expand): readonly ResolvedEntry[] {
  if (each === undefined) return [{ host: name, name, below: undefined, files, unit }];
  return expand([each], 'directories').map((directory) => ({
    host: basename(directory),
    name: basename(directory),
    below: directory,
    files,
    unit,
  }));
}

function declaredSource(
  loaded: Omit<NodeSource, 'flags' | 'tree' | 'why' | 'entries' | 'misplaced'>,
  given: ReturnType<typeof flagsOf>,
): NodeSource {
  return {
    ...loaded,
    flags: given?.flags ?? loaded.unit?.flags,
    tree: undefined,
    entries: [],
    misplaced: [],
    why: 'the settings',
  };
}

function flagsOf({
  flags,
}: NodesEntry): { readonly flags: Flags; readonly words: readonly Word[] } | undefined {
  if (!flags) return undefined;
  const words: readonly string[] = flags.text.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  const placed = placesOfWords(words, flags.at);
  const given = placed.slice(words.indexOf('agent') + 1);
  return { flags: readFlags(flags.at.source, given), words: given };
}

/**
 * Words with their places in the YAML scalar that they come from, in whichever style it is written: blanks and line ends
 * between them differ, the words do not. One that YAML escapes has the place of the whole.
 */
function placesOfWords(words: readonly string[], at: Span): readonly Word[] {
  let from = at.start;
  return words.map((word) => {
    const text = word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single);
    const start = at.source.text.indexOf(word, from);
    if (start < 0 || start + word.length > at.end) return { text, at };
    from = start + word.length;
    return { text, at: at.source.span(start, from) };
  });
}

const lineOf = ({ at }: NodesEntry): number => at.source.position(at.start).line;
