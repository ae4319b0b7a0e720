import { type Endpoint, overlap, withSharedPort } from '../../subjects/agent/endpoints.ts';
import { rule } from '../rule.ts';

export const portCollision = rule({
  id: 'ports/collision',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  supersedes: ['ports/address-in-use'],
  options: ['ports', 'addresses', 'client_addr', 'bind_addr', 'serf_lan', 'serf_wan'],
  docs: {
    summary: 'Two listeners of one agent want the same address and port.',
    rationale:
      'The second to open it fails and the agent exits. `consul validate` compares only some pairs (never gRPC) and ' +
      'only addresses that are spelled alike, not 0.0.0.0 with 127.0.0.1.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  http = 8501\n  https = 8501\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  http = 8500\n  https = 8501\n}\n' },
  },
  run(node, report) {
    const all = withSharedPort(node);
    for (const [i, first] of all.entries()) {
      const second = all.slice(i + 1).find((other) => overlap(first, other));
      if (!second) continue;
      const [at, other] = byWritten(first, second, node.config);
      report({
        at: node.config.at(at.path),
        path: at.path,
        message: `${at.name} and ${other.name} both listen at ${place(at)}: the agent cannot open the second and exits; move one of them to another port`,
        related: [{ at: node.config.at(other.path), message: `${other.name} has port ${other.port}` }],
      });
    }
  },
});

/** The port that a person wrote comes first: the other may be a default. */
function byWritten(a: Endpoint, b: Endpoint, config: { get(path: string): unknown }): [Endpoint, Endpoint] {
  return config.get(b.path) !== undefined ? [b, a] : [a, b];
}

const place = ({ address, port }: Endpoint): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
