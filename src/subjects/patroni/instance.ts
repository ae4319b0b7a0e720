/**
 * The Patronis of a machine: which files each of them reads, in which order, and what they say together with the
 * environment. Loading this file loads the YAML parser.
 */
import { posix } from 'node:path';
import { decode } from '../../text/decode.ts';
import type { Variable } from '../../text/environment.ts';
import { Source, type Span } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { parseYaml } from '../../text/yaml/parse.ts';
import { environmentOf, variableValue } from './environment.ts';
import { type PatroniFiles, type PatroniService, stores } from './files.ts';
import { configPath } from './service.ts';

export interface PatroniConfig {
  readonly source: Source;
  /** On its machine. */
  readonly path: string;
  /** Undefined where it is not a mapping. */
  readonly value: ObjectValue | undefined;
  /** Why it is not YAML, and where. */
  readonly problem: { readonly at: Span; readonly message: string } | undefined;
}

export interface PatroniInstance {
  /** In the order in which they are read: what is later wins. */
  readonly configs: readonly PatroniConfig[];
  /** False where it can only be supposed that one Patroni reads all of them. */
  readonly isCertain: boolean;
  /** What starts it, where that is in sight. */
  readonly service: PatroniService | undefined;
  readonly environment: readonly Variable[];
  /** Files that lie with it and that no unit in sight starts a Patroni on; those of the first count for all. */
  readonly unread: readonly PatroniConfig[];
}

export function patronisOf(files: PatroniFiles): readonly PatroniInstance[] {
  const configs = files.configs.map((source) => configOf(source, files.root));
  const started = files.services.flatMap((service) =>
    startedBy(service, configs).map((own) => ({ configs: own, isCertain: true, service })),
  );
  const found = started.length > 0 ? started : supposed(configs, files);
  const read = new Set(found.flatMap((instance) => instance.configs));
  const unread = started.length > 0 ? configs.filter((config) => !read.has(config)) : [];
  return found.map((instance, i) => ({
    ...instance,
    environment: environmentOf(files, instance.service),
    unread: i === 0 ? unread : [],
  }));
}

function configOf(source: Source, root: string | undefined): PatroniConfig {
  const tree = parseYaml(isTemplate(source) ? withoutControl(source) : source);
  const [problem] = tree.problems.filter(({ code }) => code === 'syntax/invalid');
  const path = pathOnMachine(source.file, root);
  return { source, path, value: problem ? undefined : decode(tree).value, problem };
}

const isTemplate = ({ file }: Source): boolean => /\.(?:j2|jinja2?)$/.test(file);

/**
 * What Jinja executes and comments are blanks then, and a value that it fills in is a placeholder, so that all else keeps
 * its place.
 */
const withoutControl = ({ file, text }: Source): Source =>
  new Source(
    file,
    text
      .replace(/\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g, (control) => control.replace(/[^\n]/g, ' '))
      .replace(/\{\{[^\n]*?\}\}/g, ({ length }) =>
        `<${'_'.repeat(Math.min(length, 60) - 2)}>`.padEnd(length),
      ),
  );

const pathOnMachine = (file: string, root: string | undefined): string =>
  root === undefined ? file : `/${file.slice(root === '.' ? 0 : root.length).replace(/^\/+/, '')}`;

/** A file, all files of a directory, or one for each instance of a template. */
function startedBy(service: PatroniService, configs: readonly PatroniConfig[]): PatroniConfig[][] {
  const path = configPath(service);
  if (path === undefined) return [];
  const directory = posix.normalize(path).replace(/\/$/, '');
  const exact = configs.filter((config) => config.path === directory);
  const below = configs.filter((config) => posix.dirname(config.path) === directory);
  if (exact.length > 0 || below.length > 0) return [exact.length > 0 ? exact : below];
  if (!/%[iI]/.test(path)) return [];
  const [before = '', after = ''] = path.split(/%[iI]/);
  const isInstance = (config: PatroniConfig): boolean =>
    config.path.startsWith(before) && config.path.endsWith(after) && isWhole(config);
  return configs.filter(isInstance).map((config) => [config]);
}

/** Without a unit, files of one directory are one configuration, unless several of them are whole ones. */
function supposed(
  configs: readonly PatroniConfig[],
  { services: [service], environments }: PatroniFiles,
): Omit<PatroniInstance, 'environment' | 'unread'>[] {
  const whole = configs.filter(isWhole);
  // Debian's own tools copy it into the configuration of a new cluster; Patroni does not read it.
  const parts = configs.filter(({ path }) => whole.length === 0 || posix.basename(path) !== 'dcs.yml');
  const groups = whole.length > 1 ? whole.map((config) => [config]) : parts.length > 0 ? [parts] : [];
  // Containers give Patroni all of it in variables.
  if (groups.length === 0 && (service || environments.length > 0))
    return [{ configs: [], isCertain: true, service }];
  return groups.map((own) => ({
    configs: own,
    isCertain: own.length < 2,
    service: groups.length === 1 ? service : undefined,
  }));
}

const isWhole = ({ value }: PatroniConfig): boolean =>
  ['scope', 'name', 'postgresql', 'restapi', 'bootstrap'].some((key) => value?.members.has(key));

/** What a path such as `consul.host` is: from the environment, else from the last file that has it. */
export function settingOf({ configs, environment }: PatroniInstance, path: string): Value | undefined {
  const name = variableFor(path);
  const variable = environment.findLast((given) => given.name === name);
  const given = variable && variableValue(variable);
  if (given) return given;
  const names = path.split('.');
  for (const [i, { value }] of [...configs.entries()].reverse()) {
    const found = value && walk(value, names);
    // In a later file, null takes away what an earlier one says.
    if (found?.kind === 'null' && i > 0) return undefined;
    if (found) return found;
  }
  return undefined;
}

/** The same of one file, by itself. */
export function settingIn(source: Source, path: string): Value | undefined {
  const { value } = configOf(source, undefined);
  return value && walk(value, path.split('.'));
}

/** Undefined for settings that Patroni does not read from its environment. */
const variableFor = (path: string): string | undefined =>
  /^(?:ttl|loop_wait|retry_timeout|consul\.scheme|bootstrap\..*)$/.test(path)
    ? undefined
    : `PATRONI_${path.replaceAll('.', '_').toUpperCase()}`;

/** Undefined where a part of the path is not there; a text where a mapping should be ends it. */
function walk(root: ObjectValue, names: readonly string[]): Value | undefined {
  let at: Value = root;
  for (const name of names) {
    const next: Value | undefined = at.kind === 'object' ? at.members.get(name)?.value : undefined;
    if (!next) return undefined;
    at = next;
  }
  return at;
}

export interface ConfiguredStore {
  readonly name: (typeof stores)[number];
  readonly at: Span;
}

/** In the order in which Patroni tries them: the first is the one that it uses. */
export function storesOf(instance: PatroniInstance): readonly ConfiguredStore[] {
  return stores.flatMap((name): ConfiguredStore[] => {
    const variable = instance.environment.find((given) =>
      given.name.startsWith(`PATRONI_${name.toUpperCase()}_`),
    );
    const value = settingOf({ ...instance, environment: [] }, name);
    const key = instance.configs
      .findLast((config) => config.value?.members.has(name))
      ?.value?.members.get(name)?.key;
    if (value && value.kind !== 'null' && key) return [{ name, at: key }];
    return variable && variableValue(variable) ? [{ name, at: variable.at }] : [];
  });
}

export const textOf = (instance: PatroniInstance, path: string): { text: string; at: Span } | undefined => {
  const value = settingOf(instance, path);
  if (value?.kind !== 'string' && value?.kind !== 'number') return undefined;
  return { text: String(value.value), at: value };
};

/** YAML 1.1, which Patroni reads, has more words for it. */
export function isTrue(value: Value | undefined): boolean {
  if (value?.kind === 'bool') return value.value;
  return value?.kind === 'string' && /^(?:true|yes|on|y|1)$/i.test(value.value);
}

/** True where Consul is its store, or where no file in sight says which one is. */
export function usesConsul(instance: PatroniInstance): boolean {
  const [first] = storesOf(instance);
  return first === undefined || first.name === 'consul';
}
