/**
 * One condition under which an agent refuses a configuration, or warns of it. A check looks at one agent with all its
 * files merged; it says what is wrong, and the frame adds the place.
 */
import type { Finding, Related } from '../../finding.ts';
import { isAtLeast } from '../../options/versions.ts';
import type { Value } from '../../text/value.ts';
import type { Agent } from '../agent.ts';
import type { Config } from '../config.ts';
import type { Host } from '../host.ts';
import type { Network } from '../network.ts';

export interface Check {
  readonly id: `agent/${string}`;
  /** `error`: the agent refuses the configuration; `warning`: it says something and goes on. */
  readonly severity: 'error' | 'warning';
  /**
   * The options that it concerns; lists are `[]`, map values `{}`. Where no file sets any of them, it is not run: one
   * that something is missing beside must be among them.
   */
  readonly options: readonly string[];
  /** It is run all the same: it looks at what is missing, or at defaults. */
  readonly always?: true;
  /** First release that has the condition. */
  readonly since?: string;
  /** First release that no longer has it. */
  readonly before?: string;
  /** What is checked, and why, in a sentence or two. */
  readonly docs: string;
  readonly run: (subject: Subject, report: Report) => void;
}

/** What checks look at. */
export interface Subject {
  readonly agent: Agent;
  readonly config: Config;
  readonly server: boolean;
  readonly host: Host;
  readonly network: Network;
  readonly isAtLeast: (version: string) => boolean;
}

export interface Spot {
  /** The option concerned; its value's place is where the finding stands. */
  readonly path: string;
  /** Where no file writes a value at `path`: the value that stands for it. */
  readonly value?: Value;
  /** What is wrong, why, what to write. */
  readonly message: string;
  /** The other half of a conflict; those that no file writes are left out. */
  readonly related?: readonly { readonly path: string; readonly message: string }[];
  /** The verdict hangs on the host: said as information, not as the check's own severity. */
  readonly info?: boolean;
}

export type Report = (spot: Spot) => void;

/** Does the condition exist in the release that the agent is judged for? */
export function applies(check: Pick<Check, 'since' | 'before'>, version: string): boolean {
  if (check.since !== undefined && !isAtLeast(version, check.since)) return false;
  return check.before === undefined || !isAtLeast(version, check.before);
}

export function findingOf(check: Check, spot: Spot, config: Config): Finding {
  const { path, value, message } = spot;
  const at = value ? { source: value.source, start: value.start, end: value.end } : config.at(path);
  const related = (spot.related ?? []).flatMap((other): Related[] =>
    isWritten(config, other.path) ? [{ at: config.at(other.path), message: other.message }] : [],
  );
  return {
    rule: check.id,
    severity: spot.info ? 'info' : check.severity,
    message,
    at,
    path,
    ...(related.length > 0 && { related }),
  };
}

const isWritten = (config: Config, path: string): boolean => config.value(path) !== undefined;

/** A value as messages show it: quoted, and cut where it is long. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return JSON.stringify(short);
}
