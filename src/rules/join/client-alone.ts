import {
  flagsOf,
  hasCommandLine,
  isFragment,
  isLoopbackOnly,
  isMistyped,
  isServer,
  maySetElsewhere,
} from '../../subjects/agent/predicates.ts';
import { hasUnreadableList, joinEntries, joinsOtherwise } from '../../subjects/cluster/join.ts';
import { rule } from '../rule.ts';

const unit = '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n';

export const joinClientAlone = rule({
  id: 'join/client-alone',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['retry_join', 'start_join', 'data_dir'],
  docs: {
    summary: 'A client joins no server.',
    rationale:
      'A client knows servers only from those that it joins. Without any it logs "No known Consul servers" without end, and ' +
      'requests that need a server (catalog, KV, health) fail with 500; what it knows itself, such as its services, it still ' +
      'answers (1.16, 1.20 and 1.23). Reported where the unit is there and gives no -retry-join, or where the list is written ' +
      'and empty.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = false\n',
      'consul.service': unit,
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = false\nretry_join = ["10.0.0.11"]\n',
      'consul.service': unit,
    },
  },
  run(node, report, cluster) {
    const { config, files } = node;
    // Of a manifest the servers are reported as missing.
    if (
      node.isFromManifest ||
      isServer(node) ||
      isMistyped(node, 'server') ||
      isFragment(node) ||
      flagsOf(node)?.dev
    )
      return;
    if (joinEntries(config).length > 0 || joinsOtherwise(config) || hasUnreadableList(files)) return;
    if (maySetElsewhere(node, 'retry_join', 'start_join', 'server') || isLoopbackOnly(config)) return;
    const list = config.get('retry_join');
    if (!hasCommandLine(node) && !(list?.kind === 'list' && list.items.length === 0)) return;
    const isJoined = (cluster?.agents ?? []).some((other) =>
      cluster!.peers
        .entries(other)
        .some(({ target }) => target.kind === 'host' && cluster!.peers.find(target, other) === node),
    );
    if (isJoined) return;
    report({
      at: config.at(list ? 'retry_join' : 'server'),
      path: 'retry_join',
      message: `this client has ${list ? 'an empty' : 'no'} retry_join, so that it knows no server ("No known Consul servers") until \`consul join\` is run; list the servers`,
    });
  },
});
