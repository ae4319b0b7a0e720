/** A systemd unit that starts a Consul agent: its texts, its command line, and what that says. */
import { minorOf } from '../../options/releases/versions.ts';
import type { Source, Span } from '../../text/source/source.ts';
import {
  allValues,
  type Directive,
  lastValue,
  parseUnit,
  type UnitText,
  type Word,
} from '../../text/systemd.ts';

import { agentWords } from './command.ts';
import { environmentOf, type ReadEnvironment } from './environment.ts';
import { type Flags, readFlags } from './flags.ts';

export interface Unit {
  /** The unit file, then its drop-ins in order. */
  readonly texts: readonly UnitText[];
  readonly start: Directive;
  /** Behind `consul agent`. */
  readonly words: readonly Word[];
  readonly flags: Flags;
  /** The release that the unit is for, where it says so: systemd passes over keys that begin with X-. */
  readonly consul: string | undefined;
  /** The last value of a directive; undefined where it is not set. */
  readonly get: (section: Section, name: string) => Directive | undefined;
  /** All values of a directive that adds up. */
  readonly all: (section: Section, name: string) => readonly Directive[];
  /** Where a directive is set; else where the service is started. */
  readonly at: (section: Section, name: string) => Span;
}

export type Section = 'Unit' | 'Service' | 'Install';

/** Undefined for units that do not start a Consul agent, such as those of Nomad or consul-template. */
export function readUnit(
  sources: readonly Source[],
  readEnvironment: ReadEnvironment = () => undefined,
): Unit | undefined {
  const texts = sources.map(parseUnit);
  const get: Unit['get'] = (section, name) => lastValue(texts, section, name);
  const start = get('Service', 'ExecStart');
  const words = start && agentWords(start);
  if (!words) return undefined;
  return {
    texts,
    start,
    words,
    flags: readFlags(start.at.source, words, environmentOf(texts, readEnvironment)),
    consul: releaseOf(get('Unit', 'X-Consul-Version')?.value),
    get,
    all: (section, name) => allValues(texts, section, name),
    at: (section, name) => get(section, name)?.at ?? start.at,
  };
}

const releaseOf = (text: string | undefined): string | undefined =>
  text !== undefined && minorOf(text) !== undefined ? text.replace(/^v/, '') : undefined;
