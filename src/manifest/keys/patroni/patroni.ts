/** How the Patroni next to an agent uses it as its store. */
import type { Span } from '../../../text/source/source.ts';
import type { ObjectValue, StringValue } from '../../../text/tree/value.ts';
import { at, boolAt, numberAt, stringAt, stringsAt, wordsAt } from '../../values.ts';
import { type Postgresql, readPostgresql } from './postgresql.ts';
import type { Packaging } from './schema.ts';

export interface Patroni {
  /** Where the manifest has `patroni`; undefined where it has only the profile of that name. */
  readonly at: Span | undefined;
  /** Empty for any. */
  readonly scopes: readonly string[];
  /** Prefix of the keys, without slashes. */
  readonly namespace: string;
  readonly packaging: Packaging;
  readonly binary: string;
  readonly registerService: boolean;
  /** Where the manifest writes that. */
  readonly registerAt: Span | undefined;
  /** What Patroni registers its members with, where that differs from its defaults. */
  readonly service: RegisteredService;
  readonly consistency: string | undefined;
  readonly token: StringValue | undefined;
  /** Group that may read secrets. */
  readonly group: string;
  readonly timing: Timing;
  /** Undefined where only the store is configured. */
  readonly postgresql: Postgresql | undefined;
}

export interface RegisteredService {
  readonly tags: readonly string[];
  readonly checkInterval: string;
  readonly tlsServerName: string;
}

/** What Patroni calls its dynamic configuration, in seconds. */
export interface Timing {
  readonly ttl: number;
  readonly loopWait: number;
  readonly retryTimeout: number;
  readonly failsafe: boolean;
}

/** Used where the manifest has no `patroni`. */
export const defaultPatroni: Patroni = readPatroni(undefined);

export function readPatroni(patroni: ObjectValue | undefined): Patroni {
  const packaging = (stringAt(patroni, 'packaging') as Packaging | undefined) ?? 'pip';
  const postgresql = at(patroni, 'postgresql');
  const secret = at(patroni, 'token');
  const read = postgresql?.kind === 'object' ? readPostgresql(postgresql, packaging) : undefined;
  const scopes = wordsAt(patroni, 'scope');
  const isNamedByDebian = packaging === 'debian' && read !== undefined && scopes.length === 0;
  return {
    at: patroni,
    scopes: isNamedByDebian ? [`${read.version}-${read.cluster}`] : scopes,
    namespace: stringAt(patroni, 'namespace') ?? (packaging === 'debian' ? 'postgresql-common' : 'service'),
    packaging,
    binary:
      stringAt(patroni, 'binary') ?? (packaging === 'pip' ? '/usr/local/bin/patroni' : '/usr/bin/patroni'),
    registerService: boolAt(patroni, 'register_service') === true,
    registerAt: at(patroni, 'register_service'),
    service: {
      tags: stringsAt(patroni, 'service_tags'),
      checkInterval: stringAt(patroni, 'service_check_interval') ?? '',
      tlsServerName: stringAt(patroni, 'service_check_tls_server_name') ?? '',
    },
    consistency: stringAt(patroni, 'consistency'),
    token: secret?.kind === 'string' ? secret : undefined,
    group: stringAt(patroni, 'group') ?? 'postgres',
    timing: {
      ttl: numberAt(patroni, 'ttl') ?? 30,
      loopWait: numberAt(patroni, 'loop_wait') ?? 10,
      retryTimeout: numberAt(patroni, 'retry_timeout') ?? 10,
      failsafe: boolAt(patroni, 'failsafe_mode') ?? true,
    },
    postgresql: read,
  };
}
