/** Files of Patroni: below the root of a machine, at the places of its packages, or side by side in a directory. */
import { basename } from 'node:path';
import { compareBytes } from '../../model/load/directory.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { looksLikePatroni, type PatroniFiles, type PatroniService } from '../../subjects/patroni/files.ts';
import { configPath, environmentFiles, patroniArguments } from '../../subjects/patroni/service.ts';
import { Source } from '../../text/source/source.ts';
import { parseUnit } from '../../text/systemd.ts';
import type { LoadContext } from '../node-sources.ts';
import { join } from '../paths.ts';

const unitDirectories = ['etc/systemd/system', 'lib/systemd/system', 'usr/lib/systemd/system'];

/** Where packages keep it: those of Debian and PGDG, and the layout of Patroni's own documentation. */
const usualPlaces = ['etc/patroni', 'etc/patroni.yml', 'etc/patroni.yaml', 'opt/app/patroni/etc'];

const usualEnvironments = [
  'etc/default/patroni',
  'etc/sysconfig/patroni',
  'etc/patroni_env.conf',
  'etc/patroni/env.conf',
];

/** Undefined where there is nothing of it below the root of a machine. */
export function patroniBelow(root: string, { fs, facts }: LoadContext): PatroniFiles | undefined {
  const services = servicesIn(
    unitDirectories.map((inner) => join(root, inner)),
    fs,
  );
  const named = services
    .flatMap((service) => configPath(service) ?? [])
    .map((path) => path.replace(/^\/+/, ''));
  const configs = [...new Set([...usualPlaces, ...named.filter((path) => !path.includes('%'))])]
    .flatMap((inner) => yamlAt(join(root, inner), fs))
    .filter(isFirst);
  const environments = [...usualEnvironments, ...environmentsNamed(services)].map((inner) =>
    join(root, inner),
  );
  const below = (path: string): string => join(root, path.replace(/^\/+/, ''));
  return filesOf({
    configs,
    services,
    environments: sourcesAt([...new Set(environments)], fs),
    root,
    ...(facts && { facts: (path: string) => facts(below(path)) }),
    modes: sourcesAt(confIn(below('usr/lib/tmpfiles.d'), below('etc/tmpfiles.d')), fs),
    accounts: sourcesAt(
      [...confIn(below('usr/lib/sysusers.d'), below('etc/sysusers.d')), below('etc/group')],
      fs,
    ),
  });

  function confIn(...directories: readonly string[]): string[] {
    return directories.flatMap((directory) =>
      namesIn(directory, fs)
        .filter((name) => name.endsWith('.conf'))
        .map((name) => join(directory, name)),
    );
  }
}

/** In a directory that is not a machine's root: where a name is Patroni's, the YAML next to it may be a part. */
export function patroniNextTo(directory: string, fs: FileSystem): PatroniFiles | undefined {
  const names = namesIn(directory, fs);
  const isNamed = (name: string): boolean =>
    /patroni/i.test(name) && (isYaml(name) || name.endsWith('.service'));
  if (basename(directory) !== 'patroni' && !names.some(isNamed)) return undefined;
  const configs = names.filter(isYaml).map((name) => join(directory, name));
  const environments = names.filter((name) =>
    /^(?:default|patroni)[\w.-]*\.(?:env|conf)$|^patroni$/.test(name),
  );
  const services = names.some((name) => /patroni.*\.service$/.test(name)) ? servicesIn([directory], fs) : [];
  return filesOf({
    configs: sourcesAt(configs, fs),
    services,
    environments: sourcesAt(
      environments.map((name) => join(directory, name)),
      fs,
    ),
    root: undefined,
  });
}

/** Files that were named one by one: each is what it is. */
export function patroniNamed(paths: readonly string[], fs: FileSystem): PatroniFiles {
  const services = paths
    .filter((path) => path.endsWith('.service'))
    .flatMap((path) => serviceOf(basename(path), [path], fs) ?? []);
  const configs = sourcesAt(paths.filter(isYaml), fs);
  const environments = sourcesAt(
    paths.filter((path) => !isYaml(path) && !path.endsWith('.service')),
    fs,
  );
  return { configs, services, environments, root: undefined };
}

/** True for YAML that is Patroni's, not a manifest or that of another program, its environment, and a unit that starts it. */
export function isPatronis(path: string, fs: Pick<FileSystem, 'read'>): boolean {
  const bytes = /\.(?:hcl|json)$/.test(path) ? undefined : fs.read(path);
  if (!bytes) return false;
  const source = Source.fromBytes(path, bytes);
  if (isYaml(path)) return looksLikePatroni(source.text);
  return path.endsWith('.service')
    ? patroniArguments([parseUnit(source)]) !== undefined
    : isEnvironment(source);
}

/** A file of variables, of which one at least names a store of Patroni, or its scope. */
const isEnvironment = (source: Source): boolean =>
  /^[ \t]*PATRONI_(?:CONSUL_\w+|SCOPE|NAME|TTL|LOOP_WAIT|RETRY_TIMEOUT)=/m.test(source.text) &&
  source.text.split('\n').every((line) => /^\s*(?:$|[#;]|(?:export\s+)?[A-Za-z_]\w*=)/.test(line));

/** A directory that holds Patroni's configuration alone: its machine is above. */
export const rootOfPatroni = (path: string): string | undefined =>
  /^(.*?)\/?etc\/patroni\/?$/.exec(path)?.[1];

function filesOf(found: PatroniFiles): PatroniFiles | undefined {
  const configs = found.configs.filter(({ text }) => looksLikePatroni(text));
  return configs.length > 0 || found.services.length > 0 ? { ...found, configs } : undefined;
}

/** Or a template that becomes YAML. */
const isYaml = (path: string): boolean => /\.ya?ml(?:\.(?:j2|jinja2?))?$/.test(path);

const isFirst = (source: Source, i: number, all: readonly Source[]): boolean =>
  all.findIndex(({ file }) => file === source.file) === i;

/** A file, or those of a directory, in the order in which Patroni reads them. */
function yamlAt(path: string, fs: FileSystem): Source[] {
  if (fs.stat(path) !== 'directory') return isYaml(path) ? sourcesAt([path], fs) : [];
  return sourcesAt(
    namesIn(path, fs)
      .filter(isYaml)
      .map((name) => join(path, name)),
    fs,
  );
}

const sourcesAt = (paths: readonly string[], fs: FileSystem): Source[] =>
  paths.flatMap((path) => {
    const bytes = fs.stat(path) === 'file' ? fs.read(path) : undefined;
    return bytes ? Source.fromBytes(path, bytes) : [];
  });

const namesIn = (directory: string, fs: FileSystem): string[] =>
  (fs.stat(directory) === 'directory' ? (fs.list(directory) ?? []) : [])
    .map(({ name }) => name)
    .sort(compareBytes);

/** Units that start Patroni, each with its drop-ins from all directories; the first file of a name counts. */
function servicesIn(directories: readonly string[], fs: FileSystem): PatroniService[] {
  const listed = directories.map((directory) => ({ directory, names: namesIn(directory, fs) }));
  const found = new Map<string, PatroniService>();
  for (const { directory, names } of listed) {
    for (const name of names.filter((entry) => /patroni.*\.service$/.test(entry) && !found.has(entry))) {
      const dropIns = listed
        .filter((other) => other.names.includes(`${name}.d`))
        .flatMap((other) => {
          const below = join(other.directory, `${name}.d`);
          return namesIn(below, fs)
            .filter((entry) => entry.endsWith('.conf'))
            .map((entry) => join(below, entry));
        });
      const service = serviceOf(name, [join(directory, name), ...dropIns], fs);
      if (service) found.set(name, service);
    }
  }
  return [...found.values()];
}

function serviceOf(name: string, paths: readonly string[], fs: FileSystem): PatroniService | undefined {
  const texts = sourcesAt(paths, fs).map(parseUnit);
  return patroniArguments(texts) ? { name, texts } : undefined;
}

const environmentsNamed = (services: readonly PatroniService[]): string[] =>
  services
    .flatMap(environmentFiles)
    .filter((path) => !path.includes('%'))
    .map((path) => path.replace(/^\/+/, ''));
