import {
  bootstrapExpect,
  bootstrapsAlone,
  flagsOf,
  hasCommandLine,
  isFragment,
  isMistyped,
  isServer,
  maySetElsewhere,
} from '../../subjects/agent/predicates.ts';
import { hasUnreadableList, joinEntries, joinsOtherwise } from '../../subjects/cluster/join.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

const unit = '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n';

export const joinMissing = rule({
  id: 'join/missing',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning:
      'where another server joins this one or may, since not all servers are in sight, or where its command line is not in ' +
      'sight and may give -retry-join',
    info: 'where the server does not bootstrap either, and may have the data of a cluster or be joined by others',
  },
  options: ['server', 'retry_join', 'bootstrap_expect'],
  docs: {
    summary: 'A server waits for other servers and has none to join.',
    rationale:
      'With bootstrap_expect above one and nothing to join, an agent never has a leader: `consul ' +
      'validate` accepts it, and the log only repeats that there is no leader. Scripts and compose files often give ' +
      '-retry-join as a flag.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n',
      'consul.service': unit,
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = ["srv2", "srv3"]\n',
      'consul.service': unit,
    },
  },
  run(node, report, cluster) {
    const { config } = node;
    const expect = bootstrapExpect(config);
    if (!isServer(node) || isFragment(node) || expect < 0 || bootstrapsAlone(config)) return;
    if (joinEntries(config).length > 0 || joinsOtherwise(config) || hasUnreadableList(node.files)) return;
    if (maySetElsewhere(node, 'retry_join', 'start_join')) return;
    const others = (cluster?.servers ?? []).filter((server) => server !== node);
    const joinedByOthers = others.some((other) =>
      cluster!.peers
        .entries(other)
        .some(({ target }) => target.kind === 'host' && cluster!.peers.find(target, other) === node),
    );
    const flagsKnown = hasCommandLine(node);
    if (expect === 0) {
      // Of a whole cluster others say it.
      if (!cluster?.complete && !joinedByOthers && isAlone(node))
        report({ at: config.at('server'), path: 'retry_join', severity: 'info', message: alone });
      return;
    }
    report({
      at: config.at('bootstrap_expect'),
      path: 'retry_join',
      ...((joinedByOthers || !flagsKnown || !cluster?.complete) && { severity: 'warning' }),
      message:
        `bootstrap_expect is ${expect}, but there is no retry_join: ` +
        unless(!flagsKnown, !joinedByOthers && !cluster?.complete) +
        (joinedByOthers
          ? 'the server waits for the others to join it, and joins none itself; '
          : 'the server waits and no leader is elected; ') +
        `write retry_join with the other ${expect - 1} ${expect === 2 ? 'server' : 'servers'}`,
    });
  },
});

function unless(mayHaveFlag: boolean, mayBeJoined: boolean): string {
  const conditions = [
    ...(mayHaveFlag ? ['the flag -retry-join gives one'] : []),
    ...(mayBeJoined ? ['others join it'] : []),
  ];
  return conditions.length > 0 ? `unless ${conditions.join(' or ')}, ` : '';
}

const alone =
  'this server has neither retry_join nor bootstrap_expect: unless it has the data of a cluster, or other servers join it, ' +
  'no leader is elected; write retry_join with the other servers, or bootstrap_expect = 1 if it is alone';

/** Nothing in sight, the flags of its unit included, makes it bootstrap. */
const isAlone = (node: Node): boolean =>
  hasCommandLine(node) &&
  !flagsOf(node)?.dev &&
  !node.isFromManifest &&
  !isMistyped(node, 'bootstrap_expect') &&
  !maySetElsewhere(node, 'bootstrap', 'bootstrap_expect', 'server');
