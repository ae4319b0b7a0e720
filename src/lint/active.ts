/** The rules and checks that are on, and which of them an agent and its files need to be asked. */
import { applies, type Check } from '../model/check/check.ts';
import type { ConfigFile } from '../model/file.ts';
import { assumedHost } from '../model/host.ts';
import { subjectOf } from '../model/validate.ts';
import type { Member, ObjectValue } from '../text/value.ts';
import { concerning } from './concerns.ts';
import { rules } from './registry.ts';
import { differingMembers, type Likeness, likenesses } from './reuse/likeness.ts';
import { openQuestions } from './reuse/questions.ts';
import { overrides, watchCluster, watchFile, watchNode } from './reuse/watched.ts';
import { foundWhileReading, type Rule, type Scope } from './rule.ts';
import { chosenLevel, isOn, type Settings } from './settings/settings.ts';
import type { Cluster, Node, Subjects } from './subjects.ts';
import { toldChecks } from './verdict.ts';

export interface Active {
  readonly file: (file: ConfigFile) => readonly Rule<'file'>[];
  readonly of: (agent: Placed) => ActiveForAgent;
  readonly cluster: readonly Rule<'cluster'>[];
  readonly isOff: (rule: string) => boolean;
}

export interface ActiveForAgent {
  readonly agent: readonly Rule<'agent'>[];
  readonly unit: readonly Rule<'unit'>[];
  readonly checks: readonly Check[];
}

/** An agent, and the cluster that it belongs to. */
export interface Placed {
  readonly node: Node;
  readonly cluster: Cluster | undefined;
}

export function activeRules(settings: Settings, checks: readonly Check[]): Active {
  const on = rules.filter((rule) => isOn(rule, settings) && rule.check !== foundWhileReading);
  const likeAgent = agentLikeness();
  const agent = agentRules(on.filter((rule) => rule.scope === 'agent'));
  const unit = unitRules(on.filter((rule) => rule.scope === 'unit'));
  const told = agentChecks([...toldChecks, ...checks]);
  return {
    file: fileRules(on.filter((rule) => rule.scope === 'file')),
    of(placed) {
      const likeness = likeAgent(placed);
      return { agent: agent(placed, likeness), unit: unit(placed, likeness), checks: told(placed, likeness) };
    },
    cluster: on.filter((rule) => rule.scope === 'cluster'),
    isOff: (id) => chosenLevel(id, settings) === 'off',
  };
}

type Asked<Q> = (placed: Placed, likeness: Likeness<Placed> | undefined) => readonly Q[];

const watch = ({ node, cluster }: Placed, look: (at: string) => void): Placed => ({
  node: watchNode(node, look),
  cluster: cluster && watchCluster(cluster, look),
});

const narrow = ({ node, cluster }: Placed, options: ReadonlySet<string>): Placed => ({
  node: { ...node, config: { ...node.config, written: pick(node.config.written, options) } },
  cluster,
});

function agentRules(on: readonly Rule<'agent'>[]): Asked<Rule<'agent'>> {
  const about = concerning(on, ({ options, unwritten }) => (unwritten ? [] : options));
  return openQuestions<Placed, Rule<'agent'>>({
    about: ({ node }) => about(node),
    finds: (rule, { node, cluster }) => finds(rule, node, cluster),
    memberwise: ({ memberwise }) => memberwise === true,
    watch,
    narrow,
  });
}

function unitRules(on: readonly Rule<'unit'>[]): Asked<Rule<'unit'>> {
  return openQuestions<Placed, Rule<'unit'>>({
    about: ({ node }) => (node.unit ? on : []),
    finds: (rule, { node, cluster }) =>
      node.unit !== undefined && finds(rule, { unit: node.unit, node }, cluster),
    memberwise: () => false,
    watch,
    narrow,
  });
}

function agentChecks(checks: readonly Check[]): Asked<Check> {
  // Nothing is wrong with options that no file writes, but that there must be a data directory.
  const about = concerning(checks, ({ id, options }) => (id === 'agent/data-dir' ? [] : options));
  return openQuestions<Placed, Check>({
    about: ({ node }) => about(node),
    finds(check, { node }) {
      let found = false;
      const report = (): void => {
        found = true;
      };
      if (applies(check, node.version)) check.run(subjectOf(node, assumedHost), report);
      return found;
    },
    memberwise: () => false,
    watch,
    narrow,
  });
}

function fileRules(on: readonly Rule<'file'>[]): Active['file'] {
  const likeness = likenesses<ConfigFile>(
    ({ format, value }) => value && `${format} ${[...value.members.keys()]}`,
    (model, other) => differingMembers(model.value!, other.value!),
  );
  const open = openQuestions<ConfigFile, Rule<'file'>>({
    about: () => on,
    finds,
    memberwise: ({ memberwise }) => memberwise === true,
    watch: watchFile,
    narrow: (file, options) => ({ ...file, value: file.value && pick(file.value, options) }),
  });
  return (file) => open(file, likeness(file));
}

function finds<S extends Scope>(rule: Rule<S>, subject: Subjects[S], cluster?: Cluster): boolean {
  let found = false;
  rule.check(
    subject,
    () => {
      found = true;
    },
    cluster,
  );
  return found;
}

function agentLikeness(): (placed: Placed) => Likeness<Placed> | undefined {
  const units = new Map<string, number>();
  return likenesses<Placed>(
    ({ node, cluster }) => {
      const { config, files, machine, role, tree, unit, version } = node;
      // What is on this machine is not watched, and an agent that cannot be read is not asked everything.
      if (machine || files.some(({ refused }) => refused)) return undefined;
      const unitText = unit ? unit.texts.map(({ source }) => source.text).join('\0') : '';
      const unitId = units.get(unitText) ?? units.size;
      units.set(unitText, unitId);
      const keys = `${[...config.written.members.keys()]} ${[...config.resolved.members.keys()]}`;
      return `${role} ${version} ${unitId} ${tree !== undefined} ${cluster !== undefined} ${keys}`;
    },
    ({ node: { config: a } }, { node: { config: b } }) => {
      const written = differingMembers(a.written, b.written);
      const areOne = a.written === a.resolved && b.written === b.resolved;
      const resolved = areOne ? [] : differingMembers(a.resolved, b.resolved);
      const replaced = a.overrides.length + b.overrides.length > 0 ? [overrides] : [];
      return [...new Set([...written, ...resolved, ...replaced])];
    },
  );
}

function pick(object: ObjectValue, options: ReadonlySet<string>): ObjectValue {
  const members = new Map<string, Member>();
  for (const name of options) {
    const member = object.members.get(name);
    if (member) members.set(name, member);
  }
  return { ...object, members };
}
