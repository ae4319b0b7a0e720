import { parseDuration } from '../../model/grammar/duration.ts';
import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

const places = ['check', 'checks[]'].map((key) => `services[].connect.sidecar_service.${key}`);

/** Keys of checks that the agent runs by itself. */
const probes = ['args', 'http', 'tcp', 'udp', 'grpc', 'h2ping', 'os_service', 'docker_container_id'];

export const sidecarCheck = rule({
  id: 'mesh/sidecar-check',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['services[].connect.sidecar_service.checks'],
  docs: {
    summary: 'A health check of a sidecar is incomplete.',
    rationale:
      'The agent validates checks of services with the file, but those of a sidecar only when it registers it: it exits ' +
      'at one that has neither a probe nor a ttl, or a probe without an interval.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  connect {\n    sidecar_service {\n' +
        '      check {\n        http = "http://localhost:20000/"\n      }\n    }\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  connect {\n    sidecar_service {\n' +
        '      check {\n        http = "http://localhost:20000/"\n        interval = "10s"\n      }\n    }\n  }\n}\n',
    },
  },
  run({ config }, report) {
    for (const place of places) {
      each(config.written, place, (check, path) => {
        const lack = check.kind === 'object' ? lacks(check) : undefined;
        if (lack === undefined) return;
        report({
          at: spanOf(check),
          path,
          message: `this check of a sidecar ${lack}: \`consul validate\` accepts it, and then the agent refuses to start`,
        });
      });
    }
  },
});

function lacks(check: ObjectValue): string | undefined {
  const has = (key: string): boolean => check.members.has(key);
  if (has('alias_node') || has('alias_service') || has('ttl')) return undefined;
  if (!probes.some(has)) return 'has neither a probe nor a ttl';
  const interval = check.members.get('interval')?.value;
  const length = interval?.kind === 'string' ? parseDuration(interval.value) : undefined;
  return length !== undefined && length > 0n ? undefined : 'has no interval above zero';
}
