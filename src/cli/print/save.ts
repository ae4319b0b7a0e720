/** Files that a command writes for a person to keep: an existing file is kept unless `--force` is given. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { save } from '../../node.ts';
import { manifestModeline } from '../../schemas.ts';
import { CommandError, type Io } from '../io.ts';
import { asCommandError } from './failure.ts';

/** @throws CommandError where another file is in the way, or writing fails */
export function saveFile(path: string, text: string, force: boolean, io: Io): void {
  if (saved(path, withSchema(text, path, io), force, io) !== 'exists') return;
  throw new CommandError(`${path} exists with other content; --force overwrites it`);
}

const schema = 'node_modules/consul-cfg/schemas/cluster.schema.json';

/** Editors look for the schema from the file on: in the project that has consul-cfg installed, else on the network. */
function withSchema(text: string, path: string, { cwd }: Io): string {
  const start = dirname(resolve(cwd, path));
  for (let directory = start; ; directory = dirname(directory)) {
    const file = join(directory, schema);
    if (existsSync(file)) return withPath(text, relative(start, file).replaceAll('\\', '/'));
    if (directory === dirname(directory)) break;
  }
  return withPath(
    text,
    `https://unpkg.com/${packageJson.name}@${packageJson.version}/schemas/cluster.schema.json`,
  );
}

const withPath = (text: string, path: string): string =>
  text.replace(manifestModeline, manifestModeline.replace(schema, path));

function saved(path: string, text: string, force: boolean, io: Io): ReturnType<typeof save> {
  try {
    return save(path, text, { force, cwd: io.cwd });
  } catch (error) {
    throw asCommandError(error);
  }
}
