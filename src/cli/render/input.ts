/** The manifest to render: files, standard input, or flags. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ManifestText } from '../../node.ts';
import { type Io, usageError } from '../io.ts';
import { manifestText, type OneOffFlags } from './one-off.ts';

interface ManifestFlags extends OneOffFlags {
  readonly save?: string;
}

const oneOffFlags = [
  'servers',
  'clients',
  'consul',
  'datacenter',
  'profile',
  'configFormat',
  'set',
  'save',
] as const;

/** Where neither a manifest is named nor flags replace one, the file with the usual name in this directory. */
export function namedOrUsual(paths: readonly string[], flags: ManifestFlags, io: Io): readonly string[] {
  const isGiven = paths.length > 0 || oneOffFlags.some((name) => flags[name] !== undefined);
  return !isGiven && existsSync(resolve(io.cwd, usual)) ? [usual] : paths;
}

const usual = 'cluster.yaml';

/** Paths, standard input, or the text that the flags describe. */
export async function readInput(
  paths: readonly string[],
  flags: ManifestFlags,
  io: Io,
): Promise<readonly (string | ManifestText)[]> {
  if (paths.length === 0) return [fromFlags(flags)];
  const given = oneOffFlags.find((name) => flags[name] !== undefined);
  if (given)
    throw usageError(
      `--${kebab(given)} describes a cluster without a manifest; set it in the manifest instead`,
    );
  if (paths.filter((path) => path === '-').length > 1) throw usageError('standard input is read only once');
  const text = paths.includes('-') ? await io.stdin() : '';
  return paths.map((path) => (path === '-' ? { name: '<stdin>', text } : path));
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The manifest that the flags describe. */
export function fromFlags(flags: ManifestFlags): ManifestText & { readonly text: string } {
  if (flags.servers === undefined && flags.clients === undefined) {
    throw usageError(
      'name a manifest, such as cluster.yaml (`consul-cfg init` writes a first one), or the nodes: ' +
        '--servers pg-srv1,pg-srv2,pg-srv3',
    );
  }
  if (flags.consul === undefined) throw usageError('name the release that the hosts run: --consul 1.16');
  return { name: flags.save ?? '<flags>', text: manifestText(flags) };
}
