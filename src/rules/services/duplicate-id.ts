import { isPlaceholder, mayBeOfTwoHosts } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import { toPlain } from '../../text/tree/value.ts';
import { withOptions } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { type RegisteredService, registeredServices } from './support/registered.ts';

export const serviceDuplicateId = rule({
  id: 'services/duplicate-id',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where both definitions are the same, or are in two files that may be those of two hosts',
  },
  options: ['services[].id', 'services[].name'],
  docs: {
    summary: 'Two services of one agent have the same id.',
    rationale:
      'The id is the key of a service in its agent, and is the name where none is written. Of two services with one id ' +
      'the agent registers the later one, and logs nothing (measured on 1.16 and 1.23).',
    bad: withOptions(`
      services {
        name = "web"
        port = 8080
      }

      services {
        name = "web"
        port = 8081
      }
    `),
    good: withOptions(`
      services {
        name = "web"
        id = "web-1"
        port = 8080
      }

      services {
        name = "web"
        id = "web-2"
        port = 8081
      }
    `),
  },
  run(node, report) {
    const { config } = node;
    const first = new Map<string, RegisteredService>();
    for (const found of registeredServices(config)) {
      const { id, service, path } = found;
      if (isPlaceholder(id)) continue;
      const earlier = first.get(id);
      first.set(id, found);
      if (!earlier) continue;
      const key = service.members.has('id') ? 'id' : 'name';
      const same = JSON.stringify(toPlain(earlier.service)) === JSON.stringify(toPlain(service));
      const isOpen = mayBeOfTwoHosts(node, spanOf(earlier.service), spanOf(service));
      if (same && isOpen) continue;
      report({
        at: spanOf(service.members.get(key)?.value ?? service),
        path: `${path}.${key}`,
        ...((same || isOpen) && { severity: 'warning' }),
        message: same
          ? `service ${quote(id)} is defined twice in this agent, with the same content; remove one of the two`
          : otherService(id, key, isOpen),
        related: [{ at: spanOf(earlier.service), message: 'the other one is here' }],
      });
    }
  },
});

const otherService = (id: string, key: 'id' | 'name', isOpen: boolean): string =>
  `${isOpen ? 'unless the two files are for different hosts, ' : ''}two services of this agent have the id ${quote(id)}` +
  `${key === 'name' ? ', which is the name where no id is written' : ''}: the agent registers only this one, and the ` +
  'other is missing from the catalog; give each an id of its own';
