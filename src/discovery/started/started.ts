/** Nodes and clusters of the agents that files start, whichever reader found them. */
import { dirname } from 'node:path';
import type { World } from '../../sources/source.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import { plural } from '../../util/text.ts';
import { Deployments } from '../machine/deployments.ts';
import type { LoadSession } from '../node-sources.ts';
import { estatesOf, isWholeWorld } from './clusters.ts';
import { startedNode } from './node.ts';
import { operatedNextTo } from './operators.ts';
import { templateEstates } from './templates.ts';

export interface Started {
  readonly estates: readonly Estate[];
  /** Files that these agents read, and those that start them: nothing else is to be made of them. */
  readonly claimed: ReadonlySet<string>;
  readonly grouping: readonly string[];
  /** Files that were looked at and not read, and why. */
  readonly unread: readonly Unread[];
}

export interface Unread {
  readonly path: string;
  readonly isTemplate: boolean;
  readonly why: string;
}

/**
 * @param root the directory below which files may be looked for
 * @param isTaken files that the settings give to nodes
 */
export function startedNodes(
  worlds: readonly World[],
  session: LoadSession,
  root: string,
  isTaken: (path: string) => boolean,
): Started {
  const claimed = new Set<string>();
  const grouping: string[] = [];
  const estates: Estate[] = [];
  const templates = templateEstates(worlds, session);
  for (const [file, made] of templates.estates) {
    if (made.length === 0 || isTaken(file)) continue;
    estates.push(...made);
    claimed.add(file);
    grouping.push(`${file}: a template (${plural(made.length, 'text')} that it may make)`);
  }
  const near = new Deployments(session.fs, []);
  for (const world of worlds) {
    if (world.agents.length === 0) continue;
    const operated = operatedNextTo(dirname(world.source.file), session.fs);
    const found = world.agents.flatMap(
      (agent) => startedNode(agent, { world, session, operated, near, root }) ?? [],
    );
    if (found.length === 0 || found.some(({ paths }) => paths.some(isTaken))) continue;
    for (const { paths, why } of found) {
      for (const path of paths) claimed.add(path);
      grouping.push(why);
    }
    for (const { file } of world.texts) claimed.add(file);
    const isWhole = !operated.isScaled && isWholeWorld(world, found);
    estates.push(...estatesOf(world, found, isWhole));
  }
  return { estates, claimed, grouping, unread: unreadIn(worlds, templates.unreadable) };
}

const unreadIn = (worlds: readonly World[], unreadable: ReadonlyMap<string, string>): readonly Unread[] =>
  worlds.flatMap(({ kind, source, unread }) => {
    const why = unread ?? unreadable.get(source.file);
    return why === undefined ? [] : [{ path: source.file, isTemplate: kind === 'templates', why }];
  });
