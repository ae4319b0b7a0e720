/** The manifest that a render is about: a file, standard input, or flags. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Source } from '../../text/source.ts';
import { CommandError, type Io, usageError } from '../io.ts';
import { manifestText, type OneOffFlags } from './one-off.ts';

export interface Input {
  readonly source: Source;
  /** Where paths of secrets begin. */
  readonly directory: string;
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

export async function readInput(
  path: string | undefined,
  flags: OneOffFlags & { readonly save?: string },
  io: Io,
): Promise<Input> {
  const given = oneOffFlags.find((name) => flags[name] !== undefined);
  if (path === undefined) return fromFlags(flags, io);
  if (given)
    throw usageError(`--${kebab(given)} makes a manifest of flags; a manifest in a file says it itself`);
  if (path === '-') return { source: Source.fromBytes('<stdin>', await io.stdin()), directory: io.cwd };
  return { source: Source.fromBytes(path, read(path, io)), directory: dirname(resolve(io.cwd, path)) };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function fromFlags(flags: OneOffFlags & { readonly save?: string }, io: Io): Input {
  if (flags.servers === undefined && flags.clients === undefined) {
    throw usageError(
      'name a manifest, such as cluster.yaml, or the nodes: --servers pg-srv1,pg-srv2,pg-srv3',
    );
  }
  if (flags.consul === undefined) throw usageError('say which release the hosts run: --consul 1.16');
  const file = flags.save === undefined ? undefined : resolve(io.cwd, flags.save);
  const directory = file === undefined ? io.cwd : dirname(file);
  return {
    source: new Source(flags.save ?? '<flags>', manifestText(flags, schema)),
    directory,
  };
}

/** Where the schema is beside a manifest whose project has consul-cfg installed. */
const schema = 'node_modules/consul-cfg/schemas/cluster.schema.json';

function read(path: string, io: Io): Uint8Array {
  try {
    return readFileSync(resolve(io.cwd, path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CommandError(`${path} does not exist`);
    if (code === 'EISDIR') throw new CommandError(`${path} is a directory; name the manifest in it`);
    throw new CommandError(`${path} cannot be read: ${message}`);
  }
}
