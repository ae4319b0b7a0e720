/** What `merge` and `compare` read: the whole configuration of one agent. */
import { InputError } from '../../index.ts';
import { CommandError, exit, type Io } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { printOnStderr } from '../print/report.ts';

/** Of a directory of which an agent would load nothing. */
export const loadsNothing =
  'holds no Consul configuration (*.json, *.hcl); an agent reads no directory below the one that it is given, so name ' +
  'that of one node';

/** @throws CommandError where a file cannot be read or decoded; the reasons are on standard error then */
export async function ofAgent<T>(work: () => T, io: Io): Promise<T> {
  try {
    return await attempt(work, { texts: { empty: loadsNothing } });
  } catch (error) {
    if (!(error instanceof InputError) || !error.report) throw error;
    await printOnStderr(error.report, io);
    throw new CommandError(`${error.given.join(' ')} cannot be read as the agent reads it`, exit.findings);
  }
}
