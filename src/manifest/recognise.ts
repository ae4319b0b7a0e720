/** What a YAML file is, by its keys at the top, without reading all of it: most YAML is of other programs. */
import { basename } from 'node:path';
import { agent } from '../options/agent.ts';
import { member } from '../options/lookup.ts';

export type YamlKind = 'manifest' | 'settings' | 'foreign';

/** Keys of a manifest that name nodes or Consul, which other programs rarely have. */
const distinctive = new Set(
  'consul datacenter datacenters servers clients server_config client_config classes'.split(' '),
);

const others = new Set(
  'extends config acl encrypt federation firewall format patroni profile systemd templates tls tokens'.split(
    ' ',
  ),
);

/** Options that other programs have as keys too, such as compose files. */
const shared = new Set([
  'version',
  'services',
  'domain',
  'ports',
  'cache',
  'server',
  'ui',
  'connect',
  'service',
]);

export function yamlKind(path: string, text: string): YamlKind {
  if (/^consul-cfg\.ya?ml$/.test(basename(path))) return 'settings';
  const keys = topLevelKeys(text);
  // Nothing in it contradicts a manifest, which is then incomplete or not readable.
  if (keys.length === 0) return isList(text) ? 'foreign' : 'manifest';
  if (keys.includes('apiVersion') || keys.includes('kind')) return 'foreign';
  const known = keys.filter((key) => distinctive.has(key) || others.has(key) || isOption(key));
  const isRecognised = keys.some((key) => distinctive.has(key)) || hasAgentConfig(text);
  const areAllKeys = keys.every((key) => distinctive.has(key) || others.has(key));
  return areAllKeys || (isRecognised && known.length * 2 >= keys.length) ? 'manifest' : 'foreign';
}

/** `config` holds options of agents. */
function hasAgentConfig(text: string): boolean {
  const inner = /^(?:server_|client_)?config:[ \t]*\n(?:[ \t]*(?:#.*)?\n)*[ \t]+(\w+):/m.exec(text)?.[1];
  return inner !== undefined && isOption(inner);
}

const isOption = (key: string): boolean => !shared.has(key) && member(agent, key) !== undefined;

const isList = (text: string): boolean => /^[ \t]*-(?:\s|$)/m.test(text) && !/^[^\s#-]/m.test(text);

/** Whether a file that was found, rather than named by the user, is a manifest: only its keys say it. */
export const isManifestByKeys = (path: string, text: string): boolean =>
  yamlKind(path, text) === 'manifest' && topLevelKeys(text).length > 0;

function topLevelKeys(text: string): readonly string[] {
  const found = text.matchAll(/^(?:"([^"\n]+)"|'([^'\n]+)'|([A-Za-z_$][\w.$/-]*))[ \t]*:(?=[\s]|$)/gm);
  return [...found].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}
