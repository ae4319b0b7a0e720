import { each } from '../../model/value-path.ts';
import { hasHttpApi } from '../../subjects/agent/listeners.ts';
import { spanOf } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { own } from '../../util/collections.ts';
import { rule } from '../rule.ts';

/** What each type must and may say; the rest is common to all. */
const types: Readonly<Record<string, { readonly needs?: string; readonly may: readonly string[] }>> = {
  key: { needs: 'key', may: ['key', 'stale'] },
  keyprefix: { needs: 'prefix', may: ['prefix', 'stale'] },
  services: { may: ['stale', 'filter'] },
  nodes: { may: ['stale', 'filter'] },
  service: { needs: 'service', may: ['service', 'tag', 'passingonly', 'stale', 'filter'] },
  checks: { may: ['service', 'state', 'stale', 'filter'] },
  event: { may: ['name'] },
  agent_service: { needs: 'service_id', may: ['service_id'] },
};

const common = ['type', 'handler', 'handler_type', 'http_handler_config', 'args', 'datacenter', 'token'];

export const watch = rule({
  id: 'watches/refused',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['watches'],
  docs: {
    summary: 'A watch has an unknown type, no handler, or parameters that its type does not have.',
    rationale:
      'Watches are handed on unread: `consul validate` accepts anything in them. The agent parses them when it starts, ' +
      'and exits. They also need an HTTP or HTTPS listener, through which they ask.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "keys"\n    args = ["/bin/true"]\n  },\n]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "keyprefix"\n    prefix = "app/"\n' +
        '    args = ["/bin/true"]\n  },\n]\n',
    },
  },
  run({ config }, report) {
    const listens = hasHttpApi(config);
    each(config.written, 'watches[]', (value, path) => {
      if (value.kind !== 'object') return;
      const why = listens ? fault(value) : 'needs an HTTP or HTTPS listener, and both ports are off';
      if (why === undefined) return;
      report({
        at: spanOf(value),
        path,
        message: `this watch ${why}: \`consul validate\` reads no watch, and then the agent refuses to start`,
      });
    });
  },
});

function fault(watched: ObjectValue): string | undefined {
  const type = watched.members.get('type')?.value;
  if (type?.kind !== 'string') return 'has no type';
  const known = own(types, type.value);
  if (!known) {
    return type.value.startsWith('connect_')
      ? `is of type ${type.value}, which a configuration cannot have`
      : `is of the unknown type ${type.value}; known: ${Object.keys(types).join(', ')}`;
  }
  if (known.needs !== undefined && !watched.members.has(known.needs))
    return `of type ${type.value} has no ${known.needs}`;
  const unknown = [...watched.members.keys()].find(
    (key) => !known.may.includes(key) && !common.includes(key),
  );
  if (unknown !== undefined) return `of type ${type.value} has the unknown parameter ${unknown}`;
  return handlerFault(watched);
}

function handlerFault({ members }: ObjectValue): string | undefined {
  const handlerType = members.get('handler_type')?.value;
  if (handlerType?.kind === 'string' && handlerType.value === 'http') {
    return members.has('http_handler_config')
      ? undefined
      : 'has handler_type "http" and no http_handler_config';
  }
  return members.has('handler') || members.has('args') ? undefined : 'has no handler; write args';
}
