/** A manifest from flags; `--save` writes it to a file. */
import { parseDocument, stringify } from 'yaml';
import { manifestModeline } from '../../schemas.ts';
import { readHosts } from '../input/hosts.ts';
import { usageError } from '../io.ts';

export interface OneOffFlags {
  readonly servers?: string;
  readonly clients?: string;
  readonly consul?: string;
  readonly datacenter?: string;
  readonly profile?: string;
  readonly configFormat?: string;
  readonly set?: readonly string[];
}

type Tree = { [name: string]: unknown };

/** The text of the `cluster.yaml` that the flags describe. */
export function manifestText(flags: OneOffFlags): string {
  const config = settingsTree(flags.set ?? []);
  const manifest = {
    consul: flags.consul,
    ...(flags.datacenter !== undefined && { datacenter: flags.datacenter }),
    ...(flags.profile !== undefined && { profile: flags.profile }),
    ...(flags.configFormat !== undefined && { format: flags.configFormat }),
    ...(flags.servers !== undefined && { servers: nodes(flags.servers) }),
    ...(flags.clients !== undefined && { clients: nodes(flags.clients) }),
    ...(Object.keys(config).length > 0 && { config }),
  };
  return `${manifestModeline}\n${stringify(manifest, { lineWidth: 0 })}`;
}

/** `a,b` or, with addresses, `a=10.0.0.1,b=10.0.0.2`. */
function nodes(text: string): readonly string[] | Tree {
  const entries = readHosts(text);
  if (entries.every(({ address }) => address === undefined)) return entries.map(({ name }) => name);
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw usageError(`the node ${twice} is listed twice`);
  return Object.fromEntries(
    entries.map(({ name, address }) => [name, address === undefined ? null : { address }]),
  );
}

/** `ui_config.enabled=true`: the path of an option, and its value as YAML. */
function settingsTree(settings: readonly string[]): Tree {
  const root: Tree = Object.create(null);
  for (const setting of settings) {
    const equals = setting.indexOf('=');
    const path = setting.slice(0, equals).split('.');
    if (equals < 1 || path.includes(''))
      throw usageError(`--set takes PATH=VALUE, such as ui_config.enabled=true, not ${shown(setting)}`);
    if (path.includes('__proto__')) throw usageError(`--set: ${shown(setting)} is not an option`);
    put(root, path, yamlValue(setting.slice(equals + 1), setting), setting);
  }
  return root;
}

function put(root: Tree, path: readonly string[], value: unknown, setting: string): void {
  let tree = root;
  for (const name of path.slice(0, -1)) {
    tree[name] ??= Object.create(null);
    if (typeof tree[name] !== 'object' || tree[name] === null || Array.isArray(tree[name]))
      throw twice(setting);
    tree = tree[name] as Tree;
  }
  const last = path.at(-1)!;
  if (last in tree) throw twice(setting);
  tree[last] = value;
}

const twice = (setting: string) =>
  usageError(`--set ${shown(setting)} sets an option that another --set sets`);

/** The name alone: the value may be a secret. */
const shown = (setting: string): string => setting.split('=', 1)[0]!;

function yamlValue(text: string, setting: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) {
    throw usageError(`the value of --set ${shown(setting)} is not valid YAML; put it in quotes`);
  }
  return document.toJS();
}
