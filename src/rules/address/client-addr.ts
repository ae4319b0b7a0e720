import { rule } from '../rule.ts';
import { notIp } from './support/addresses.ts';

export const addressClientAddr = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/client-addr',
  severity: 'error',
  options: ['client_addr'],
  docs: {
    summary: 'client_addr is not a list of IP addresses separated by blanks.',
    rationale:
      'The agent refuses commas, host names and unix sockets. A unix socket can be given in ' +
      'addresses.http, addresses.https, addresses.grpc and addresses.grpc_tls.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nclient_addr = "127.0.0.1,10.0.0.11"\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nclient_addr = "127.0.0.1 10.0.0.11"\n',
    },
  },
  run: ({ network }, report) => {
    const addresses = network.of('client_addr');
    const path = 'client_addr';
    if (addresses.kind === 'invalid') {
      report({ path, message: `${notIp(path, addresses.field)}; several addresses are separated by blanks` });
    } else if (addresses.kind === 'addresses' && addresses.items.some(({ kind }) => kind === 'unix')) {
      report({
        path,
        message: `${path} cannot be a unix socket, since DNS cannot use one; write it in addresses.http, https, grpc or grpc_tls`,
      });
    }
  },
});
