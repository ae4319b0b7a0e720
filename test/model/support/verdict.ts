/** The verdict over a case of the corpus, as that of an agent of a release would. */

import { validateAgent } from '../../../src/engine/validate.ts';
import type { Finding } from '../../../src/finding.ts';
import type { Agent } from '../../../src/model/agent.ts';
import { assumedHost, type Host } from '../../../src/model/load/host.ts';
import { readAgent } from '../../../src/model/load/read-agent.ts';
import { type Case, contentOf } from './cases.ts';
import { memory } from './memory.ts';

const directory = '/agent/config';

/** What the hosts of the recordings had besides. */
const otherFiles = { '/etc/passwd': 'root' };

/** The entries of a record, moved below a directory. */
const below = <T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([path, value]) => [`${directory}/${path}`, map(value)]));

/** An empty one is none. */
const formats = new Set([undefined, '', 'json', 'hcl']);

export interface Checked {
  readonly agent: Agent;
  readonly host: Host;
  readonly findings: readonly Finding[];
}

/** Undefined for what the command line refuses before any file is read. */
export async function verdictOf(subject: Case, version: string): Promise<Checked | undefined> {
  const { files, links, paths, configFormat, env } = subject;
  if (paths?.length === 0 || !formats.has(configFormat)) return undefined;
  const fs = memory({ ...otherFiles, ...below(files, contentOf) }, below(links ?? {}, String));
  const agent = readAgent(paths?.map((path) => `${directory}/${path}`) ?? [directory], fs, {
    version,
    format: configFormat === 'json' || configFormat === 'hcl' ? configFormat : undefined,
  });
  const host = { ...assumedHost, env: env ?? {}, files: fs };
  return { agent, host, findings: await validateAgent(agent, host) };
}

export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
