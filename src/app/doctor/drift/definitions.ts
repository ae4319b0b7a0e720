/** Services, checks and watches of the files next to those that an agent has loaded. */
import type { Finding } from '../../../finding.ts';
import { listAt } from '../../../model/value-path.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { toPlain } from '../../../text/tree/value.ts';
import { groupBy } from '../../../util/collections.ts';
import { plural } from '../../../util/text.ts';
import { differences } from '../definitions.ts';
import { listOf, memberOf, textOf } from '../json.ts';
import type { Running } from './running.ts';

interface Drift {
  readonly name: string;
  /** What is behind the name of the node. */
  readonly what: string;
  readonly path: string;
  readonly at: Finding['at'];
}

export function definitionDrift(running: readonly Running[]): readonly Finding[] {
  const drifts = running.flatMap((one) => [
    ...ofList(one, 'services'),
    ...ofList(one, 'checks'),
    ...ofWatches(one),
  ]);
  const groups = groupBy(drifts, ({ at, what, path }) =>
    JSON.stringify([at.source.file, at.start, what, path]),
  );
  return [...groups.values()].map((group) => {
    const { what, path, at } = group[0]!;
    const names = named(group.map(({ name }) => name));
    return {
      rule: 'live/drift' as const,
      severity: 'warning' as const,
      message: `${names}: ${what}; \`consul reload\` takes it up, and where it does not, the log of the agent says why`,
      at,
      path,
    };
  });
}

const fields = { services: 'Services', checks: 'Checks' } as const;
const words = { services: 'service', checks: 'check' } as const;

function ofList({ expected, config }: Running, list: 'services' | 'checks'): readonly Drift[] {
  const { node, name } = expected;
  const shown = memberOf(config, fields[list]);
  if (!Array.isArray(shown) || isSetElsewhere(expected, list)) return [];
  const written = (listAt(node.config.resolved, list)?.items ?? []).map(toPlain);
  const loaded = new Map(listOf(shown).map((one) => [idOf(one, 'ID', 'Name'), one]));
  const has = new Set(written.map((one) => idOf(one, 'id', 'name')));
  const changed = written.flatMap((one, i): readonly Drift[] => {
    const id = idOf(one, 'id', 'name');
    const path = `${list}[${i}]`;
    const drift = (what: string, member = path): Drift => ({
      name,
      what,
      path: member,
      at: node.config.at(member),
    });
    if (id === undefined || expected.isUnknown(path)) return [];
    if (!loaded.has(id)) return [drift(`the agent has not loaded the ${words[list]} ${id} of the files`)];
    const names = differences(one, loaded.get(id));
    if (names.length === 0) return [];
    return [
      drift(
        `the agent has loaded the ${words[list]} ${id} with another ${names.join(', ')} than the files say`,
        `${path}.${names[0]}`,
      ),
    ];
  });
  const areKnown = written.every((_, i) => !expected.isUnknown(`${list}[${i}]`));
  const gone = areKnown ? [...loaded.keys()].filter((id) => id !== undefined && !has.has(id)) : [];
  const removed = gone.map((id) => ({
    name,
    what: `the agent has loaded the ${words[list]} ${id}, which the files do not have`,
    path: list,
    at: written.length > 0 ? node.config.at(list) : expected.at,
  }));
  return [...changed, ...(node.isAssembled || node.template ? [] : removed)];
}

/** Agents show how many watches there are, and nothing of them. */
function ofWatches({ expected, config }: Running): readonly Drift[] {
  const { node, name } = expected;
  const shown = memberOf(config, 'Watches');
  if (!Array.isArray(shown) || isSetElsewhere(expected, 'watches')) return [];
  const written = listAt(node.config.resolved, 'watches')?.items.length ?? 0;
  if (written === shown.length || node.isAssembled || node.template) return [];
  const what = `the agent has loaded ${plural(shown.length, 'watch').replace(/watchs$/, 'watches')}, and the files have ${written}`;
  return [{ name, what, path: 'watches', at: written > 0 ? node.config.at('watches') : expected.at }];
}

/** Something that is not read may set it too. */
const isSetElsewhere = ({ node }: Running['expected'], path: string): boolean =>
  node.unknown?.has(path) === true || (node.deployments ?? []).some(({ maySet }) => maySet(path));

/** A definition without an id has its name for one. */
const idOf = (one: unknown, id: string, name: string): string | undefined =>
  textOf(one, id) || textOf(one, name);
