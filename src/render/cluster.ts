/** An estate from a script: the manifest as data, and its files in memory. */

import { expand } from '../manifest/expand.ts';
import type { OutFile } from '../manifest/file.ts';
import { diskLibrary } from '../manifest/library.ts';
import { loadJsonManifest } from '../manifest/load.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import type { ConsulRelease } from '../options/releases/consul-release.ts';
import { memberPath } from '../util/text.ts';
import { checkedOptions } from './builders.ts';
import { estateFiles } from './estate.ts';
import type { EstateInput, EstateSpec, LayerInput } from './inputs.ts';
import { copyObject, isObject, type PlainObject, sourceOf } from './plain.ts';
import { refuse } from './refusal.ts';
import { withUserFiles } from './templates/files.ts';
import { loadTemplates } from './templates/load.ts';

/**
 * Checks an estate: names, types, and the shape of all the rest.
 *
 * @throws TypeError, one line, naming what is wrong; a ConfigError where it is the estate and not an option.
 */
export function cluster<Release extends ConsulRelease, Options = LayerInput<Release>>(
  input: EstateInput<Release, NoInfer<Options>>,
): EstateSpec {
  const plain = checkManifest(copyObject('cluster()', input), '') as PlainObject;
  load('cluster()', plain);
  return plain as unknown as EstateSpec;
}

/** An estate with its files in memory. */
export interface RenderedEstate {
  readonly manifest: Manifest;
  readonly nodes: readonly NodeSpec[];
  readonly files: readonly OutFile[];
}

/**
 * All that `render` writes for an estate, before it is linted.
 *
 * @param directory the directory that paths of templates are relative to
 * @throws ConfigError, one line, naming what is wrong, in a template too.
 */
export function buildEstate(caller: string, estate: EstateSpec, directory: string): RenderedEstate {
  const manifest = load(caller, copyObject(caller, estate));
  const { nodes, findings } = expand(manifest);
  refuse(caller, findings);
  const files = estateFiles(nodes, manifest);
  if (nodes.every(({ templates }) => templates.size === 0)) return { manifest, nodes, files };
  const loaded = loadTemplates(nodes, diskLibrary({ cwd: directory }));
  const rendered = withUserFiles(nodes, files, loaded.fill);
  refuse(caller, [...loaded.findings, ...rendered.findings]);
  return { manifest, nodes, files: rendered.files };
}

function load(caller: string, plain: PlainObject) {
  const { manifest, findings } = loadJsonManifest(sourceOf(caller, plain), { literals: true });
  refuse(caller, findings);
  return manifest!;
}

type Check = (value: unknown, path: string) => unknown;

const options: Check = (value, path) =>
  isObject(value) ? checkedOptions(`cluster(): in ${path}`, value) : value;

/** Checks each member by its name, or all in the same way. */
const members =
  (checkOf: (name: string) => Check | undefined): Check =>
  (value, path) => {
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([name, inner]) => {
      const check = checkOf(name);
      return [name, check ? check(inner, memberPath(path, name)) : inner];
    });
    return Object.fromEntries(entries);
  };

const each = (check: Check): Check => members(() => check);
const named = (checks: ReadonlyMap<string, Check>): Check => members((name) => checks.get(name));

const withConfig = each(named(new Map([['config', options]])));
const group: readonly (readonly [string, Check])[] = [
  ['config', options],
  ['server_config', options],
  ['client_config', options],
  ['servers', withConfig],
  ['clients', withConfig],
];

/** Wherever a manifest holds options of an agent, they are checked and `extra` is laid over them. */
const checkManifest = named(
  new Map([...group, ['classes', withConfig], ['datacenters', each(named(new Map(group)))]]),
);
