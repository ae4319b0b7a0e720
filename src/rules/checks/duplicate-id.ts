import { itemsAt, objectAt, textAt } from '../../model/value-path.ts';
import { mayBeOfTwoHosts } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { spanOf } from '../../text/source/source.ts';
import { type ObjectValue, toPlain } from '../../text/tree/value.ts';
import { withOptions } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { registeredServices } from '../services/support/registered.ts';
import { literalAt } from './support/written.ts';

interface Registered {
  readonly id: string;
  readonly check: ObjectValue;
  readonly path: string;
  /** The id is written, not made of the service. */
  readonly isWritten: boolean;
}

export const checkDuplicateId = rule({
  id: 'checks/duplicate-id',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where both checks are the same, or are in two files that may be those of two hosts',
  },
  options: ['checks[].id', 'checks[].name', 'services[].checks[].id', 'services[].check.id'],
  docs: {
    summary: 'Two checks of one agent have the same id.',
    rationale:
      'The id of a check is unique in its agent, over all services and files. Of two checks with one id the agent runs the ' +
      'later one, and logs nothing; the service that lost its check counts as healthy without end (measured on 1.16 and ' +
      '1.23). Checks of the node come after those of services.',
    bad: withOptions(`
      services {
        name = "redis-a"
        checks = [{ id = "alive", tcp = "localhost:6379", interval = "10s" }]
      }

      services {
        name = "redis-b"
        checks = [{ id = "alive", tcp = "localhost:6380", interval = "10s" }]
      }
    `),
    good: withOptions(`
      services {
        name = "redis-a"
        checks = [{ id = "alive-a", tcp = "localhost:6379", interval = "10s" }]
      }

      services {
        name = "redis-b"
        checks = [{ id = "alive-b", tcp = "localhost:6380", interval = "10s" }]
      }
    `),
  },
  run(node, report) {
    const first = new Map<string, Registered>();
    for (const found of [...ofServices(node), ...ofNode(node)]) {
      const earlier = first.get(found.id);
      first.set(found.id, found);
      // Two ids that are made of a service are two services with one id.
      if (!earlier || !(found.isWritten || earlier.isWritten)) continue;
      const same = JSON.stringify(toPlain(earlier.check)) === JSON.stringify(toPlain(found.check));
      const key = found.check.members.has('id') ? 'id' : 'name';
      const isOpen = mayBeOfTwoHosts(node, spanOf(earlier.check), spanOf(found.check));
      if (same && isOpen) continue;
      report({
        at: spanOf(found.check.members.get(key)?.value ?? found.check),
        path: found.path,
        ...((same || isOpen) && { severity: 'warning' }),
        message: same
          ? `check ${quote(found.id)} is defined twice in this agent, with the same content; remove one of the two`
          : `${isOpen ? 'unless the two files are for different hosts, ' : ''}two checks of this agent have the id ${quote(found.id)}: the agent runs only this one, and what the other checks counts as healthy; give each an id of its own`,
        related: [{ at: spanOf(earlier.check), message: 'the other one is here' }],
      });
    }
  },
});

/** A service with one id has the checks of its last definition. */
function ofServices({ config }: Node): Registered[] {
  const services = new Map(registeredServices(config).map((found) => [found.id, found]));
  return [...services.values()].flatMap(({ service, path, id }) => {
    const single = objectAt(service, 'check');
    const list = itemsAt(service, 'checks').map((check, i) => ({ check, path: `${path}.checks[${i}]` }));
    const all = single ? [...list, { check: single, path: `${path}.check` }] : list;
    return all.flatMap(({ check, path: at }, i): Registered[] => {
      if (check.kind !== 'object') return [];
      const own = literalAt(check, 'id');
      const made = `service:${id}${all.length > 1 ? `:${i + 1}` : ''}`;
      // What is to be filled in may be any id.
      if (own === undefined && textAt(check, 'id') !== '') return [];
      return [{ id: own ?? made, check, path: at, isWritten: own !== undefined }];
    });
  });
}

function ofNode({ config }: Node): Registered[] {
  return itemsAt(config.written, 'checks').flatMap((check, i): Registered[] => {
    if (check.kind !== 'object') return [];
    const id = literalAt(check, textAt(check, 'id') === '' ? 'name' : 'id');
    return id === undefined ? [] : [{ id, check, path: `checks[${i}]`, isWritten: true }];
  });
}
