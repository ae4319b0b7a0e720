import { isLoopback } from '../../address.ts';
import { type HostTarget, joinEntries, joinsOtherwise } from '../../join.ts';
import { isSelf } from '../../peers.ts';
import { rule } from '../../rule.ts';
import { bootstrapExpect, isServer } from '../../traits.ts';

export const tooFewTargets = rule({
  id: 'join/too-few-targets',
  scope: 'agent',
  severity: 'warning',
  options: ['retry_join', 'bootstrap_expect'],
  docs: {
    summary: 'A join list names fewer servers than bootstrap_expect waits for.',
    rationale:
      'Joining one reachable server is enough, so a short list works while that one is up. When it is down, a ' +
      'restarting server finds nobody, although the others are there.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 5\nretry_join = ["srv2"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 5\n' +
        'retry_join = ["srv2", "srv3", "srv4", "srv5"]\n',
    },
  },
  check(node, report, cluster) {
    const { config } = node;
    const expect = bootstrapExpect(config);
    const entries = joinEntries(config);
    if (!isServer(node) || expect < 2 || entries.length === 0 || joinsOtherwise(config)) return;
    const hosts: HostTarget[] = [];
    for (const { target } of entries) {
      if (target.kind === 'dynamic') return;
      if (target.kind === 'host') hosts.push(target);
    }
    const others = new Set(
      hosts
        .filter((host) => !isSelf(host, node))
        .map((host) => cluster?.peers.find(host, node) ?? keyOf(host)),
    );
    others.delete(node);
    const known = others.size + 1;
    // A list that leads to nobody else is the graver finding of join/self-only or join/loopback-target.
    if (known >= expect || others.size === 0) return;
    report({
      at: config.at(entries[0]!.path.replace(/\[\d+\]$/, '')),
      path: 'retry_join',
      message:
        `bootstrap_expect is ${expect}, but with itself this list names only ${known} ` +
        `${known === 1 ? 'server' : 'servers'}: while the listed ones are down it joins nobody; list all ` +
        `${expect} servers (a name that resolves to all of them serves as well)`,
    });
  },
});

/** Agents on one machine are told apart by their ports. */
const keyOf = ({ host, port }: HostTarget): string => (isLoopback(host) ? `${host}:${port ?? ''}` : host);
