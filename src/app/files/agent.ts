/** The agent of some paths, for use cases that need its whole configuration. */
import { type Finding, isError } from '../../finding.ts';
import type { Agent } from '../../model/agent.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { readAgent } from '../../model/load/read-agent.ts';
import { readTogether } from '../../secrets/run/run.ts';
import { type Failed, type Failure, failed } from '../failure.ts';
import { loadingNothing } from './loading-nothing.ts';

export interface AgentInput {
  readonly paths: readonly string[];
  readonly files: FileSystem;
  readonly version: string;
  /** How every file is read, whatever it is called. */
  readonly format?: ConfigFormat | undefined;
}

export type AgentResult =
  | { readonly agent: Agent }
  /** The agent cannot read or decode a file, and these are the reasons. */
  | { readonly refused: readonly Finding[]; readonly files: number }
  | Failed;

export function loadAgent({ paths, files, version, format }: AgentInput): AgentResult {
  const agent = readAgent(paths, files, { version, format });
  readTogether(agent.files.map(({ source }) => source));
  const unread = agent.findings.find(({ rule }) => rule === 'files/path');
  if (unread) return failed(failureOf(unread));
  const [nothing] = loadingNothing(paths, files, format);
  if (nothing !== undefined) return failed({ kind: 'empty', path: nothing });
  const refused = agent.findings.filter(isError);
  return refused.length > 0 ? { refused, files: agent.files.length } : { agent };
}

function failureOf({ at, message }: Finding): Failure {
  const path = at.source.file;
  return { kind: 'unreadable', path, why: message.slice(path.length + 1) };
}
