/** The agents of one directory: its files by agent, each with the unit that starts it. */
import { basename, dirname } from 'node:path';
import type { ConfigFile } from '../../model/load/file.ts';
import type { Unit } from '../../subjects/unit/unit.ts';
import { kindOf } from '../kinds/evidence.ts';
import type { NodeSource } from '../node-sources.ts';
import { isLoaderDirectory } from '../paths.ts';
import { type AgentFiles, haveOtherRoles, roleIn, splitAgents, stemOf } from './splitting.ts';

type Part = AgentFiles & Pick<NodeSource, 'unit' | 'flags'>;

export function partsOf({ files, unit, otherUnits = [] }: NodeSource): readonly Part[] {
  const groups = agentsIn(files);
  const units = unit ? [unit, ...otherUnits] : [];
  const started =
    units.length > 1 ? perUnit(units, groups) : groups.map((group) => withUnit(group, unit, files, groups));
  return started;
}

/** Services and checks without an agent's own options are those of as many agents as there are files. */
function agentsIn(files: readonly ConfigFile[]): readonly AgentFiles[] {
  const definitions = files.filter((file) => kindOf(file) === 'definition');
  if (files.length > 1 && definitions.length === files.length) return definitions.map(alone);
  const agents = splitAgents(files);
  // Of several agents to choose from, nothing says which one has the services next to them.
  if (agents.length < 2 || definitions.length === 0) return agents;
  const sets = agents.map((agent) => new Set(agent.files));
  const isInAll = (file: ConfigFile): boolean => sets.every((set) => set.has(file));
  const open = new Set(
    definitions.filter((file) => !isLoaderDirectory(dirname(file.source.file)) && isInAll(file)),
  );
  if (open.size === 0) return agents;
  const own = agents.map((agent) => ({ ...agent, files: agent.files.filter((file) => !open.has(file)) }));
  return [...own, ...[...open].map(alone)];
}

const alone = (file: ConfigFile): AgentFiles => ({ files: [file], name: stemOf(file), isChoice: true });

const isDefinition = ({ files }: AgentFiles): boolean => files.every((file) => kindOf(file) === 'definition');

function withUnit(
  group: AgentFiles,
  unit: Unit | undefined,
  all: readonly ConfigFile[],
  { length }: readonly AgentFiles[],
): Part {
  const isStarted = length === 1 || (!isDefinition(group) && starts(unit, group.files, all));
  const own = isStarted ? unit : undefined;
  return { ...group, unit: own, flags: own?.flags };
}

/** False where the unit names files of this directory, but none of these. */
function starts(unit: Unit | undefined, files: readonly ConfigFile[], all: readonly ConfigFile[]): boolean {
  const isNamed = (file: ConfigFile): boolean => namesFile(unit, file);
  return files.some(isNamed) || !all.some(isNamed);
}

const namesFile = (unit: Unit | undefined, { source }: ConfigFile): boolean =>
  unit?.flags.configPaths.some(({ text }) => basename(text) === basename(source.file)) === true;

/** Each unit starts a separate agent: with the files that it names, else with those for its role. */
function perUnit(units: readonly Unit[], groups: readonly AgentFiles[]): readonly Part[] {
  return units.map((unit): Part => {
    const name = unitStem(unit);
    const group =
      groups.find(({ files }) => files.some((file) => namesFile(unit, file))) ??
      groups.find((one) => one.name !== undefined && roleIn(one.name) === roleIn(name)) ??
      groups[0];
    const files = (group?.files ?? []).filter((file) => !haveOtherRoles(stemOf(file), name));
    return { files, name, isChoice: true, unit, flags: unit.flags };
  });
}

const unitStem = ({ start }: Unit): string =>
  basename(start.at.source.file).replace(/(?:\.service|\.conf)$/, '');
