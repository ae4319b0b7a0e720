/** The manifest to render: files, standard input, or flags. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { failed } from '../../app/failure.ts';
import { openNamed } from '../../app/files/user-files.ts';
import { machineFiles } from '../../app/machine/files.ts';
import type { Library } from '../../manifest/extend.ts';
import { diskLibrary } from '../../manifest/library.ts';
import { Source } from '../../text/source/source.ts';
import { type Io, usageError } from '../io.ts';
import { failureError, manifestHints } from '../print/failure.ts';
import { manifestText, type OneOffFlags } from './one-off.ts';

export interface Input {
  /** One or several, a later one laid over the earlier ones. */
  readonly sources: readonly Source[];
  readonly library: Library;
}

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

export async function readInput(paths: readonly string[], flags: ManifestFlags, io: Io): Promise<Input> {
  const library = diskLibrary({ ...io, named: paths });
  if (paths.length === 0) return { sources: [fromFlags(flags)], library };
  const given = oneOffFlags.find((name) => flags[name] !== undefined);
  if (given)
    throw usageError(
      `--${kebab(given)} describes a cluster without a manifest; set it in the manifest instead`,
    );
  if (paths.filter((path) => path === '-').length > 1) throw usageError('standard input is read only once');
  const sources: Source[] = [];
  for (const path of paths) {
    const isInput = path === '-';
    sources.push(Source.fromBytes(isInput ? '<stdin>' : path, isInput ? await io.stdin() : read(path, io)));
  }
  return { sources, library };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function fromFlags(flags: ManifestFlags): Source {
  if (flags.servers === undefined && flags.clients === undefined) {
    throw usageError(
      'name a manifest, such as cluster.yaml (`consul-cfg init` writes a first one), or the nodes: ' +
        '--servers pg-srv1,pg-srv2,pg-srv3',
    );
  }
  if (flags.consul === undefined) throw usageError('name the release that the hosts run: --consul 1.16');
  return new Source(flags.save ?? '<flags>', manifestText(flags));
}

function read(path: string, io: Io): Uint8Array {
  const named = openNamed(path, machineFiles(io.cwd));
  if ('bytes' in named) return named.bytes;
  throw failureError(failed(named.failure), { hints: manifestHints });
}
