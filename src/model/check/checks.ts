/** Health checks, of the node and of services. */
import type { ObjectValue } from '../../text/value.ts';
import { parseDuration } from '../grammar/duration.ts';
import { each, find, listAt, numberAt, stringAt } from '../select.ts';
import { type Check, quote } from './check.ts';

/** Where checks stand. A sidecar’s are looked at only when it is registered, but its durations at once. */
const places = ['checks[]', 'services[].checks[]', 'services[].check'];
const sidecarPlaces = [
  'services[].connect.sidecar_service.checks[]',
  'services[].connect.sidecar_service.check',
];

const everyPlace = [...places, ...sidecarPlaces];

const intervalTypes = ['http', 'tcp', 'udp', 'grpc', 'h2ping', 'os_service'];

/** What a check comes to; times that cannot be read count as none. */
interface Facts {
  readonly interval: bigint;
  readonly ttl: bigint;
  /** The key that makes it a check that runs again and again. */
  readonly runs: string | undefined;
  readonly alias: string | undefined;
}

const known = new WeakMap<ObjectValue, Facts>();

/** Worked out once for all rules. */
function factsOf(check: ObjectValue): Facts {
  const facts = known.get(check) ?? newFacts(check);
  known.set(check, facts);
  return facts;
}

function newFacts(check: ObjectValue): Facts {
  const isSet = (key: string): boolean => (stringAt(check, key)?.value ?? '') !== '';
  const time = (key: string): bigint => parseDuration(stringAt(check, key)?.value ?? '0') ?? 0n;
  const args = (listAt(check, 'args')?.items.length ?? 0) > 0 ? 'args' : undefined;
  return {
    interval: time('interval'),
    ttl: time('ttl'),
    runs: args ?? intervalTypes.find(isSet),
    alias: ['alias_service', 'alias_node'].find(isSet),
  };
}

type Rule = Omit<Check, 'severity' | 'options' | 'run'> & {
  /** Those of a check that it concerns; none where it concerns every check, whatever is written in it. */
  readonly keys: readonly string[];
  readonly fault: (
    check: ObjectValue,
    facts: Facts,
  ) => { readonly key: string; readonly message: string } | undefined;
};

function rule({ keys, fault, ...rest }: Rule): Check {
  return {
    ...rest,
    severity: 'error',
    options: keys.length === 0 ? places : places.flatMap((place) => keys.map((key) => `${place}.${key}`)),
    run: ({ config }, report) => {
      for (const place of places) {
        each(config.resolved, place, (value, path) => {
          const found = value.kind === 'object' ? fault(value, factsOf(value)) : undefined;
          if (!found) return;
          const at = find(value, found.key) ?? value;
          report({
            path: at === value ? path : `${path}.${found.key}`,
            value: at,
            message: `${path} ${found.message}`,
          });
        });
      }
    },
  };
}

const durationKeys = ['interval', 'timeout', 'ttl', 'deregister_critical_service_after'];

const durations: Check = {
  id: 'agent/check-duration',
  severity: 'error',
  options: everyPlace.flatMap((place) => durationKeys.map((key) => `${place}.${key}`)),
  docs: 'A duration is numbers with units. An empty string is none: leave the key out.',
  run: ({ config }, report) => {
    for (const place of everyPlace) {
      each(config.resolved, place, (check, at) => {
        for (const key of durationKeys) {
          const value = stringAt(check, key);
          if (!value || parseDuration(value.value) !== undefined) continue;
          const path = `${at}.${key}`;
          report({
            path,
            value,
            message: `${path} must be a Go duration such as "10s", not ${quote(value.value)}; units are ns, us, ms, s, m and h`,
          });
        }
      });
    }
  },
};

export const checks: readonly Check[] = [
  durations,
  rule({
    id: 'agent/check-interval-and-ttl',
    keys: ['interval', 'ttl'],
    docs: 'Either the agent asks at intervals, or the application reports in before its TTL runs out.',
    fault: (_, { interval, ttl }) =>
      interval > 0n && ttl > 0n
        ? {
            key: 'ttl',
            message:
              'has both an interval and a ttl; keep the interval for a check that the agent runs, the ttl for one that reports in',
          }
        : undefined,
  }),
  rule({
    id: 'agent/check-without-interval',
    keys: ['interval', 'args', ...intervalTypes],
    docs: 'Whatever the agent runs or asks, it must know how often.',
    fault: (_, { interval, runs }) =>
      runs !== undefined && interval <= 0n
        ? { key: runs, message: `has ${runs}, so it needs an interval above 0; write interval = "10s" or so` }
        : undefined,
  }),
  rule({
    id: 'agent/check-alias',
    keys: ['alias_node', 'alias_service', 'ttl'],
    docs: 'An alias takes over the health of something else, and has no test of its own.',
    fault: (_, { alias, runs, ttl }) => {
      if (alias === undefined) return undefined;
      if (runs !== undefined) return { key: runs, message: `is an alias and has ${runs} as well; keep one` };
      return ttl > 0n ? { key: 'ttl', message: 'is an alias, which has no ttl; remove it' } : undefined;
    },
  }),
  rule({
    id: 'agent/check-type',
    keys: [],
    docs: 'A check without anything to do must be one that reports in, with a TTL above 0.',
    fault: (_, { alias, runs, ttl }) =>
      runs === undefined && alias === undefined && ttl <= 0n
        ? {
            key: 'ttl',
            message:
              'tests nothing; give it args, http, tcp, udp, grpc, h2ping or os_service with an interval, or a ttl above 0, or an alias',
          }
        : undefined,
  }),
  rule({
    id: 'agent/check-output-max-size',
    keys: ['output_max_size'],
    docs: 'Bytes of output that are kept; not negative.',
    fault: (check) =>
      (numberAt(check, 'output_max_size') ?? 0) < 0
        ? { key: 'output_max_size', message: 'has a negative output_max_size; write a number of bytes' }
        : undefined,
  }),
  rule({
    id: 'agent/check-failures',
    keys: ['failures_before_warning', 'failures_before_critical'],
    docs: 'A check becomes a warning first and critical later. failures_before_critical is 0 unless set.',
    fault: (check) => {
      const critical = numberAt(check, 'failures_before_critical') ?? 0;
      const warning = numberAt(check, 'failures_before_warning') ?? critical;
      return warning > critical
        ? {
            key: 'failures_before_warning',
            message: `would warn after ${warning} failures, but be critical after ${critical}; raise failures_before_critical`,
          }
        : undefined;
    },
  }),
];
