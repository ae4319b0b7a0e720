/** Which files belong to which node, and why. */
import { isFailed } from '../../../app/failure.ts';
import { openSession } from '../../../app/lint/session.ts';
import { sourcesOf } from '../../../app/lint/sources.ts';
import { withoutSecretsOf } from '../../../secrets/run/hide.ts';
import { checkOptions } from '../../given/options.ts';
import { type PathFailure, pathFailure } from '../../plain/failures.ts';
import { type PathLintOptions, type Paths, pathLintOptions } from '../paths.ts';
import { pathSessions } from '../session.ts';

export interface Grouping {
  /** A line for each file, for each node and for what is not an agent's. */
  readonly lines: readonly string[];
  /** Paths that cannot be read or hold no configuration, for which `lint` throws. */
  readonly failures: readonly PathFailure[];
}

/** How `lint` groups files to nodes and nodes to clusters, in sentences. */
export async function explainGrouping(paths: Paths, options: PathLintOptions = {}): Promise<Grouping> {
  checkOptions('explainGrouping()', options, pathLintOptions);
  const lines: string[] = [];
  const failures: PathFailure[] = [];
  for (const { input } of await pathSessions('explainGrouping()', paths, options)) {
    const session = await openSession(input);
    if (isFailed(session)) lines.push(...(session.grouping ?? []));
    else {
      const [source] = sourcesOf(session.found.estates);
      for (const line of session.found.grouping) lines.push(withoutSecretsOf(source, line));
    }
    if (isFailed(session)) failures.push(...session.failures.map((failure) => pathFailure(failure)));
  }
  return { lines, failures };
}
