import { dnsKey, dnsServers, type Recursor, recursorsOf } from '../../subjects/agent/dns.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

interface Step {
  readonly from: Node;
  readonly recursor: Recursor;
}

export const dnsRecursorsInCircle = rule({
  id: 'dns/recursors-in-circle',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: ['recursors'],
  docs: {
    summary: 'The DNS servers of several agents ask each other.',
    rationale:
      'Where the recursor of one agent is the DNS server of another, and the recursors of that one lead back, a query for any ' +
      'other domain goes round until it times out: between two agents one query gave 10,000 to 13,000 lines in the log of each ' +
      '(1.16, 1.20 and 1.23).',
    bad: { 'a/consul.hcl': node('10.0.0.1', '10.0.0.2'), 'b/consul.hcl': node('10.0.0.2', '10.0.0.1') },
    good: { 'a/consul.hcl': node('10.0.0.1', '10.0.0.2'), 'b/consul.hcl': node('10.0.0.2', '10.0.0.53') },
  },
  run({ agents }, report) {
    const forwarding = agents.filter((agent) => recursorsOf(agent).length > 0);
    const servers = dnsServers(forwarding);
    const reported = new Set<Node>();
    for (const start of forwarding) {
      if (reported.has(start)) continue;
      const circle = circleFrom(start, servers);
      if (!circle) continue;
      for (const { from } of circle) reported.add(from);
      const [first, ...rest] = circle as [Step, ...Step[]];
      report({
        at: first.from.config.at(first.recursor.path),
        path: first.recursor.path,
        message:
          `${first.recursor.text} is the DNS server of ${rest[0]!.from.name}, whose recursors lead back to ${first.from.name}: ` +
          'a query for any other domain goes round until it times out; write the address of a DNS server that is not an agent of Consul',
        related: rest.map(({ from, recursor }) => ({
          at: from.config.at(recursor.path),
          message: `${from.name} asks ${recursor.text}`,
        })),
      });
    }
  },
});

/** The shortest way along recursors from a node back to it. */
function circleFrom(start: Node, servers: ReadonlyMap<string, Node>): readonly Step[] | undefined {
  const ways: { readonly at: Node; readonly steps: readonly Step[] }[] = [{ at: start, steps: [] }];
  const seen = new Set<Node>();
  for (const { at, steps } of ways) {
    for (const recursor of recursorsOf(at)) {
      const to = servers.get(dnsKey(recursor));
      // The circle of one is dns/recursor-is-itself.
      if (!to || to === at || seen.has(to)) continue;
      const longer = [...steps, { from: at, recursor }];
      if (to === start) return longer;
      seen.add(to);
      ways.push({ at: to, steps: longer });
    }
  }
  return undefined;
}

function node(own: string, recursor: string): string {
  return `data_dir = "/var/lib/consul"\nbind_addr = "${own}"\nclient_addr = "0.0.0.0"\nrecursors = ["${recursor}"]\n\nports {\n  dns = 53\n}\n`;
}
