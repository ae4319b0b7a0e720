import { asksItself, recursorsOf } from '../../subjects/agent/dns.ts';
import { apiAddresses } from '../../subjects/agent/listeners.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const dnsRecursorIsItself = rule({
  id: 'dns/recursor-is-itself',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning:
      'where another recursor is asked first, where the address is only advertised, and of a loopback address such as 127.0.0.53',
  },
  options: ['recursors', 'ports.dns', 'addresses.dns'],
  docs: {
    summary: 'A recursor is the DNS server of the agent itself.',
    rationale:
      'A query for any other domain than that of Consul goes round until it times out. Measured with 1.16, 1.20 and 1.23: one ' +
      'query gave 30,000 to 54,000 lines in the log and 2.5 to 5 seconds of CPU, and was answered with SERVFAIL after two ' +
      'seconds (hashicorp/consul#5983). Behind a recursor that does not answer the same loop had 56 lines. Where a resolver listens ' +
      'on 127.0.0.53, an agent that is to listen on 0.0.0.0 with that port exits: "address already in use" (1.16.4 and 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nclient_addr = "0.0.0.0"\nrecursors = ["10.0.0.11"]\n\nports {\n  dns = 53\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nclient_addr = "0.0.0.0"\nrecursors = ["10.0.0.53"]\n\nports {\n  dns = 53\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const { path: listens, addresses } = apiAddresses(config, 'dns');
    let others = 0;
    for (const recursor of recursorsOf(node)) {
      const { path, text, port } = recursor;
      const itself = asksItself(recursor, node);
      if (itself === undefined) {
        others++;
        continue;
      }
      report({
        at: config.at(path),
        path,
        ...((itself === 'likely' || others > 0) && { severity: 'warning' }),
        message:
          `${path} is ${text}, ${whereItListens(itself, recursor.host, `(port ${port}, ${listens} ${addresses.join(' ')})`)}a query for any other domain ` +
          `${others > 0 ? 'that the recursors before it do not answer ' : ''}goes round until it times out; write the address of another DNS server`,
      });
    }
  },
});

/** Where a resolver of the machine has the address already, an agent that listens on all of them does not start. */
const whereItListens = (itself: 'certain' | 'likely', host: string, place: string): string =>
  itself === 'likely' && isLoopback(host)
    ? `where this agent is to answer DNS as well ${place}: with a resolver of the machine there it cannot listen and exits, and without one `
    : `where this agent itself answers DNS ${place}: `;
