/** A node's files, in memory. */

import type { OutFile } from '../manifest/file.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { stringAt } from '../manifest/values.ts';
import { configDirectory } from '../options/belonging.ts';
import { wrapFree } from '../options/wrap-free.ts';
import { toHcl, toJson } from '../text/print.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import { partSecrets } from './secrets.ts';
import { sysusersText, tmpfilesText, unitFile } from './unit.ts';

/** One configuration file, before it is text: the lint reads this, and so points into the manifest. */
export interface Fragment {
  /** On the host: `/etc/consul.d/consul.json`. */
  readonly path: string;
  readonly format: 'json' | 'hcl';
  readonly value: ObjectValue;
  readonly secret: boolean;
}

const known = new WeakMap<NodeSpec, readonly Fragment[]>();

/** What the agent will load, in its order. References must be filled in. */
export function fragmentsOf(spec: NodeSpec): readonly Fragment[] {
  const fragments = known.get(spec) ?? makeFragments(spec);
  known.set(spec, fragments);
  return fragments;
}

function makeFragments(spec: NodeSpec): readonly Fragment[] {
  const { open, secret } = partSecrets(spec.config);
  const { format } = spec;
  const main: Fragment = { path: `${configDirectory}/consul.${format}`, format, value: open, secret: false };
  if (!secret) return [main];
  return [{ path: `${configDirectory}/10-secrets.json`, format: 'json', value: secret, secret: true }, main];
}

/** TLS keys that are copied next to the configuration: tmpfiles.d corrects their mode. */
function keysOf({ config }: NodeSpec): { path: string; mode: number }[] {
  const paths = ['defaults', 'internal_rpc', 'https', 'grpc'].map((name) =>
    stringAt(config, 'tls', name, 'key_file'),
  );
  const own = paths.filter(
    (path) => path !== undefined && /^\/etc\/consul\.d(?:\/(?!\.{1,2}(?:\/|$))[\w.+-]+)+$/.test(path),
  );
  return [...new Set(own)].map((path) => ({ path: path!, mode: 0o640 }));
}

export function nodeFiles(spec: NodeSpec, fragments: readonly Fragment[] = fragmentsOf(spec)): OutFile[] {
  const owner = `root:${spec.systemd.group}`;
  const configs = fragments.map(({ path, format, value, secret }) => ({
    path,
    mode: secret ? 0o640 : 0o644,
    owner,
    content: printConfig(value, format),
    secret,
  }));
  const system = (path: string, content: string) => ({
    path,
    mode: 0o644,
    owner: 'root:root',
    content,
    secret: false,
  });
  const unit = unitFile(spec);
  const files: OutFile[] = [
    ...configs,
    system(unit.path, unit.text),
    system('/etc/sysusers.d/consul.conf', sysusersText(spec)),
    system('/etc/tmpfiles.d/consul.conf', tmpfilesText(spec, [...configs, ...keysOf(spec)])),
  ];
  return files.map((file) => ({ ...file, path: spec.name + file.path }));
}

/** JSON has no comments to say who wrote it. */
const head = '# Written by consul-cfg. Change the manifest and render again.\n\n';

function printConfig(value: ObjectValue, format: 'json' | 'hcl'): string {
  return format === 'json' ? toJson(value) : head + toHcl(wrapFree(value));
}
