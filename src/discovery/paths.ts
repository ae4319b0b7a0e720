/** What the names of files and directories say, and where they lie. */
import { basename, dirname } from 'node:path';

export const join = (directory: string, name: string): string =>
  directory === '.' ? name : `${directory.replace(/\/$/, '')}/${name}`;

/** The directory itself, and those that hold it, up to `.` or `/`. */
export function* ancestorsOf(directory: string): Generator<string> {
  let path = directory;
  for (; path !== '.' && path !== '/' && path !== ''; path = dirname(path)) yield path;
  yield path === '' ? '.' : path;
}

/** `consul.hcl` for `./consul.hcl`. */
export const plain = (path: string): string => path.replace(/^\.\//, '');

/** Files that other programs leave next to configuration. */
const foreign =
  /^(package(-lock)?|tsconfig.*|jsconfig|composer|renovate|biome|deno|lerna|nx|turbo|manifest|\..*)\.json$|\.(pkr|nomad|pkrvars|tfvars|tfstate)\.(hcl|json)$|^(\.terraform\.lock|terragrunt|\..*)\.hcl$/;

export const isForeignName = (path: string): boolean => foreign.test(basename(path));

/** A configuration that a template engine has to make yet. */
export const isTemplateName = (path: string): boolean =>
  /\.(?:hcl|json)\.(?:j2|jinja2?|tpl|tmpl|tftpl|ctmpl|gotmpl|erb|epp|mustache|hbs|template|in)$/i.test(
    path,
  ) ||
  (/\.(?:j2|jinja2?|tpl|tmpl|tftpl|ctmpl|gotmpl|erb|epp)$/i.test(path) && saysConsul(basename(path)));

/** A directory that an agent is pointed at: all of its files are one agent's. */
export const isLoaderDirectory = (path: string): boolean =>
  /(?:^|\/)(?:consul\.d|etc\/consul)\/?$/.test(path) ||
  (/(?:^|\/)(?:conf|config)\.d\/?$/.test(path) && path.split('/').slice(-3).some(saysConsul));

/** A path of a machine, in a directory that its agent reads: whatever is there has to be for it. */
export const isReadByAgents = (path: string): boolean =>
  path.startsWith('/') && isLoaderDirectory(dirname(path)) && /\.(?:hcl|json)$/.test(path);

/** The name says Consul, and none of the programs around it. */
export const saysConsul = (name: string): boolean =>
  /consul/i.test(name) &&
  !/consul[-_.]?(?:template|esm|replicate|terraform|cts|k8s|helm|alerts|exporter|lib)/i.test(name);

/** The name of the file or of a directory above it says Consul. */
export const isNamedAfterConsul = (path: string): boolean => path.split('/').slice(-3).some(saysConsul);

/** The name of the file says another program, and nothing around it says Consul. */
export const isNamedAfterOther = (path: string): boolean =>
  !isNamedAfterConsul(path) &&
  /^(?:nomad|vault|boundary|waypoint|terraform|packer|envoy|fabio|traefik|prometheus|grafana|haproxy|nginx|node[_-]exporter|alertmanager|telegraf|filebeat|patroni|envconsul)(?![a-z])/i.test(
    basename(path),
  );
