import type { Agent } from '../../../model/agent.ts';
import { parseDuration } from '../../../model/grammar/duration.ts';
import { each, find, listAt, stringAt } from '../../../model/value-path.ts';
/** Health checks, of the node and of services. */
import type { ObjectValue } from '../../../text/tree/value.ts';
import type { AgentRule } from '../../rule.ts';

/** The paths of checks. Those of a sidecar are checked when it is registered, except for their durations. */
export const places = ['checks[]', 'services[].checks[]', 'services[].check'];

export const intervalTypes = ['http', 'tcp', 'udp', 'grpc', 'h2ping', 'os_service'];

/** What kind of check it is; times that cannot be read count as none. */
interface Facts {
  readonly interval: bigint;
  readonly ttl: bigint;
  /** The key of the test that the agent runs. */
  readonly runs: string | undefined;
  readonly alias: string | undefined;
}

/** True where a key of the check is unknown to the agent: it may be the test, under a name of old or misspelt. */
export const hasUnknownKey = ({ files }: Agent, check: ObjectValue): boolean =>
  files.some(({ findings }) =>
    findings.some(
      ({ rule, at }) =>
        rule === 'option/unknown' &&
        at.source === check.source &&
        at.start >= check.start &&
        at.end <= check.end,
    ),
  );

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

type Rule = Omit<AgentRule, 'scope' | 'source' | 'severity' | 'options' | 'run'> & {
  /** The keys that it concerns; none where it concerns every check. */
  readonly keys: readonly string[];
  readonly fault: (
    check: ObjectValue,
    facts: Facts,
    agent: Agent,
  ) => { readonly key: string; readonly message: string } | undefined;
};

export function rule({ keys, fault, ...rest }: Rule): AgentRule {
  return {
    ...rest,
    scope: 'agent',
    source: 'consul',
    severity: 'error',
    options: keys.length === 0 ? places : places.flatMap((place) => keys.map((key) => `${place}.${key}`)),
    run: ({ config, agent }, report) => {
      for (const place of places) {
        each(config.resolved, place, (value, path) => {
          const found = value.kind === 'object' ? fault(value, factsOf(value), agent) : undefined;
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
