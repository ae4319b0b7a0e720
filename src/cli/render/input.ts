/** The manifest that a render is about: files, standard input, or flags. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { leadsOut, outward } from '../../files/inside.ts';
import { readRegular } from '../../files/read.ts';
import type { Library } from '../../manifest/extend.ts';
import { diskLibrary } from '../../manifest/library.ts';
import { Source } from '../../text/source/source.ts';
import { CommandError, type Io, usageError } from '../io.ts';
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

/** Where nothing is said of nodes, the manifest that lies here under its usual name. */
export function namedOrUsual(paths: readonly string[], flags: ManifestFlags, io: Io): readonly string[] {
  const isSaid = paths.length > 0 || oneOffFlags.some((name) => flags[name] !== undefined);
  return !isSaid && existsSync(resolve(io.cwd, usual)) ? [usual] : paths;
}

const usual = 'cluster.yaml';

/** @param named the manifests of the command line, where not all of them make this one */
export async function readInput(
  paths: readonly string[],
  flags: ManifestFlags,
  io: Io,
  named: readonly string[] = paths,
): Promise<Input> {
  const library = diskLibrary({ ...io, named });
  if (paths.length === 0) return { sources: [fromFlags(flags)], library };
  const given = oneOffFlags.find((name) => flags[name] !== undefined);
  if (given)
    throw usageError(`--${kebab(given)} makes a manifest of flags; a manifest in a file says it itself`);
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
  if (flags.consul === undefined) throw usageError('say which release the hosts run: --consul 1.16');
  return new Source(flags.save ?? '<flags>', manifestText(flags));
}

/** No manifest is larger; see `loadManifest`. */
const largest = 16 * 1024 * 1024;

function read(path: string, io: Io): Uint8Array {
  const full = resolve(io.cwd, path);
  const { bytes, trouble } = readRegular(full, largest);
  if (bytes && !/^\/(?:dev|proc)\//.test(full) && leadsOut(full))
    throw new CommandError(`${path} ${outward}`);
  if (bytes) return bytes;
  throw new CommandError(`${path} ${trouble}${hints[trouble] ?? ''}`);
}

const hints: Readonly<Record<string, string>> = {
  'does not exist': '; `consul-cfg init` writes a first one',
  'is a directory': '; name the manifest in it',
  'is a named pipe, not a regular file': '; read it on standard input, as -',
};
