import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { listening } from './support/address-options.ts';

export const addressListener = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/listener',
  severity: 'error',
  options: listening,
  docs: {
    summary: 'An address of a client interface is neither an IP address nor a unix socket.',
    rationale:
      'addresses.dns, http, https, grpc and grpc_tls are IP addresses and unix:// sockets separated by ' +
      'blanks. The agent checks them even where the port is off.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\naddresses {\n  http = "localhost"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\naddresses {\n' +
        '  http = "127.0.0.1 unix:///run/consul/http.sock"\n}\n',
    },
  },
  run: ({ network }, report) => {
    for (const path of listening) {
      const addresses = network.of(path);
      if (addresses.kind !== 'invalid') continue;
      report({
        path,
        message: `${path} must be IP addresses or unix:// sockets separated by blanks, not ${quote(addresses.field)}`,
      });
    }
  },
});
