/** The verdict of a real agent, without one. */
import { validate as validatePaths } from '../app/validate.ts';
import { assumedHost } from '../model/load/host.ts';
import type { JsonReport } from '../report/json.ts';
import { agentsOf, releaseFor } from './files/agent-session.ts';
import type { Input } from './given/input.ts';
import { checkOptions } from './given/options.ts';
import { plainReport } from './plain/report.ts';

export interface ValidateOptions {
  /**
   * The release of Consul that reads the configuration, such as `1.20`. Default: the one that the manifest, the estate or
   * the node names, else the newest.
   */
  readonly consul?: string | undefined;
}

/** What `consul validate` of a release says, with every error and its place. */
export interface Verdict extends JsonReport {
  /** The release that gives the verdict; `1.16, 1.20` where nodes have several. */
  readonly release: string;
  /** False exactly where the agent refuses; of several agents or releases, where one of them does. */
  readonly accepted: boolean;
}

/**
 * The verdict of an agent on its configuration: its own files, or those that are rendered for each node of an estate.
 * Conditions that depend on the host are checked for an assumed one.
 *
 * ```ts
 * const verdict = await validate({ 'consul.hcl': text }, { consul: '1.16' });
 * if (!isAccepted(verdict)) console.error(await formatFindings(verdict, 'pretty'));
 * ```
 *
 * Files are those of one agent, whatever directories their names have; give several agents as nodes.
 *
 * @throws ConsulCfgError for an estate that cannot be rendered, where there is no file that an agent would load, and for a
 * release that is not known
 */
export async function validate(input: Input, options: ValidateOptions = {}): Promise<Verdict> {
  const caller = 'validate()';
  checkOptions(caller, options, { consul: 'any' });
  const asked = (await agentsOf(caller, input)).map((agent) => ({
    agent,
    version: releaseFor(caller, agent, options.consul),
  }));
  const verdicts = await Promise.all(
    asked.map(({ agent: { paths, files }, version }) =>
      validatePaths({ paths, files, versions: [version], host: assumedHost }),
    ),
  );
  const all = verdicts.flat();
  const release = [...new Set(asked.map(({ version }) => version))].join(', ');
  const files = all.reduce((sum, verdict) => sum + verdict.files, 0);
  const report = plainReport({ findings: all.flatMap(({ findings }) => findings), files });
  return { ...report, release, accepted: !all.some(({ refused }) => refused) };
}

/** Whether the agent starts with it, as far as `consul validate` says. */
export const isAccepted = ({ accepted }: Pick<Verdict, 'accepted'>): boolean => accepted;
