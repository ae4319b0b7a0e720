/** One node of an expanded manifest: all that its files are made of. */
import type { Role } from '../options/option.ts';
import type { Span } from '../text/source/source.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import type { Manifest } from './manifest.ts';
import type { SystemdData } from './schema.ts';
import type { Patroni } from './security/security.ts';
import type { Templates } from './templates/templates.ts';

export interface NodeSpec {
  readonly name: string;
  readonly role: Role;
  /** Where its name stands in the manifest: the place of everything derived. */
  readonly at: Span;
  readonly datacenter: string;
  /** The release that it is rendered and judged for. */
  readonly version: string;
  readonly format: Manifest['format'];
  /** Literal address, if the manifest tells one. */
  readonly address: string | undefined;
  /** How other nodes call it. */
  readonly host: string;
  /** Complete: derived, from presets, common, and its own. References are not resolved. */
  readonly config: ObjectValue;
  /** Why a derived value is as it is, by path; values that the manifest gives are not here. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly systemd: Systemd;
  /** Of the user, by path. */
  readonly templates: Templates;
  /** Of the Patroni that runs on its host; undefined where none does. */
  readonly patroni: Patroni | undefined;
}

export interface Systemd {
  readonly binary: string;
  readonly user: string;
  readonly group: string;
  /** The unit itself is a package's. */
  readonly dropIn: boolean;
  /** Directives of [Service], after those of the unit. */
  readonly service: NonNullable<SystemdData['service']>;
}
