/** Checks as the files of an agent write them, for rules about what happens when the agent runs them. */
import type { Config } from '../../../model/config.ts';
import { each, find, itemsAt, textAt } from '../../../model/value-path.ts';
import { isPlaceholder } from '../../../subjects/agent/predicates.ts';
import type { Node } from '../../../subjects/subjects.ts';
import { spanOf } from '../../../text/source/source.ts';
import type { ObjectValue } from '../../../text/tree/value.ts';
import { memo } from '../../../util/memo.ts';
import type { Reported, ScopedRule } from '../../rule.ts';
import { places } from './checks.ts';

export interface WrittenCheck {
  readonly check: ObjectValue;
  /** `services[2].checks[0]` */
  readonly path: string;
  /** The service that it is written in; undefined for checks of the node. */
  readonly service: ObjectValue | undefined;
}

const sidecar = 'services[].connect.sidecar_service';

const everyPlace = [...places, `${sidecar}.checks[]`, `${sidecar}.check`];

/** Every check with the service that holds it, those of sidecars included. */
export const writtenChecks = memo(({ written }: Config): readonly WrittenCheck[] => {
  const found: WrittenCheck[] = [];
  for (const place of everyPlace) {
    each(written, place, (check, path) => {
      if (check.kind !== 'object') return;
      const holder = path.startsWith('services')
        ? find(written, path.replace(/\.checks?(?:\[\d+\])?$/, ''))
        : undefined;
      found.push({ check, path, service: holder?.kind === 'object' ? holder : undefined });
    });
  }
  return found;
});

/** The text of a key, where it is written and nothing is still to be put into it. */
export function literalAt(object: ObjectValue, key: string): string | undefined {
  const text = textAt(object, key);
  return text === '' || isPlaceholder(text) ? undefined : text;
}

/** In the order in which the agent looks for them; the first that it finds is the test. */
export const tests: readonly string[] = ['http', 'tcp', 'udp', 'grpc', 'os_service', 'args', 'h2ping'];

/** The tests that a check has, in that order. A command in a container comes before the last ones. */
export function testsOf(check: ObjectValue): readonly string[] {
  const found = tests.filter((key) =>
    key === 'args' ? itemsAt(check, key).length > 0 : textAt(check, key) !== '',
  );
  if (textAt(check, 'docker_container_id') === '' || !found.includes('args')) return found;
  const others = found.filter((key) => key !== 'args');
  const last = others.findIndex((key) => key === 'os_service' || key === 'h2ping');
  const at = last < 0 ? others.length : last;
  return [...others.slice(0, at), 'args', ...others.slice(at)];
}

interface Fault extends Pick<Reported, 'message' | 'fix' | 'severity' | 'related'> {
  /** The member concerned. */
  readonly key: string;
}

type Rule = Omit<ScopedRule<'node'>, 'source' | 'options' | 'run'> & {
  readonly keys: readonly string[];
  readonly faults: (written: WrittenCheck, node: Node) => readonly Fault[];
};

/** A rule about one check at a time, which `consul validate` accepts. */
export function ofWrittenChecks({ keys, faults, ...rest }: Rule): ScopedRule<'node'> {
  return {
    ...rest,
    source: 'runtime',
    options: everyPlace.flatMap((place) => keys.map((key) => `${place}.${key}`)),
    run(node, report) {
      for (const written of writtenChecks(node.config)) {
        for (const { key, ...found } of faults(written, node)) {
          const at = find(written.check, key) ?? written.check;
          report({ ...found, at: spanOf(at), path: `${written.path}.${key}` });
        }
      }
    },
  };
}
