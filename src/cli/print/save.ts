/** Files that a command writes for a person to keep: an existing file is kept unless `--force` is given. */
import { save } from '../../node.ts';
import { CommandError, type Io } from '../io.ts';
import { asCommandError } from './failure.ts';

/** @throws CommandError where another file is in the way, or writing fails */
export function saveFile(path: string, text: string, force: boolean, io: Io): void {
  if (saved(path, text, force, io) !== 'exists') return;
  throw new CommandError(`${path} exists with other content; --force overwrites it`);
}

function saved(path: string, text: string, force: boolean, io: Io): ReturnType<typeof save> {
  try {
    return save(path, text, { force, cwd: io.cwd });
  } catch (error) {
    throw asCommandError(error);
  }
}
