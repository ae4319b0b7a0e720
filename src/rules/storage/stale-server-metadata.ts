import { parseDuration } from '../../model/grammar/duration.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import { absolutePath, jsonIn } from '../../subjects/machine/machine.ts';
import { rule } from '../rule.ts';

export const staleServerMetadata = rule({
  id: 'storage/stale-server-metadata',
  scope: 'node',
  source: 'host',
  severity: 'error',
  options: ['data_dir', 'server_rejoin_age_max'],
  docs: {
    summary: 'The server was last seen longer ago than server_rejoin_age_max.',
    rationale:
      'A server writes every hour to server_metadata.json when it was last there. One that finds this older than ' +
      'server_rejoin_age_max (a week by default) refuses to bring its old data back: it logs so for a minute, and exits. ' +
      'Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      machine: 'now: 2026-06-20T00:00:00Z\n',
      '/var/lib/consul/server_metadata.json': '{ "last_seen_unix": 1781049600 }\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      machine: 'now: 2026-06-12T00:00:00Z\n',
      '/var/lib/consul/server_metadata.json': '{ "last_seen_unix": 1781049600 }\n',
    },
  },
  run(node, report) {
    const { config, machine } = node;
    const directory = absolutePath(config.string('data_dir'));
    if (!machine || directory === undefined || !isServer(node)) return;
    const file = `${directory}/server_metadata.json`;
    // Undefined where the release knows no such limit.
    const limit = config.string('server_rejoin_age_max');
    const found = jsonIn(machine, file);
    const longest = limit && parseDuration(limit);
    if (!found || !longest) return;
    const seen = found === 'invalid' ? undefined : lastSeen(found.value);
    if (seen !== undefined && machine.now - seen <= Number(longest / millisecond)) return;
    const path = config.get('server_rejoin_age_max') ? 'server_rejoin_age_max' : 'data_dir';
    report({
      at: config.at(path),
      path,
      message:
        seen === undefined
          ? `${file} cannot be read as JSON: the server tries for a minute, and exits; move the file away`
          : `${file} says that this server was last there on ${new Date(seen).toISOString().slice(0, 10)}, longer ago than server_rejoin_age_max (${limit}): it refuses to start; empty ${directory}, so that it joins as a new server, or raise server_rejoin_age_max`,
    });
  },
});

const millisecond = 1_000_000n;

/** In milliseconds since 1970; what is missing counts from there. */
function lastSeen(metadata: unknown): number | undefined {
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return undefined;
  const seen = 'last_seen_unix' in metadata ? metadata.last_seen_unix : 0;
  return typeof seen === 'number' ? seen * 1000 : undefined;
}
