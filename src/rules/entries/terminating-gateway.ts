import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

export const entriesTerminatingGateway = ofEntries({
  id: 'entries/terminating-gateway',
  kinds: ['terminating-gateway'],
  keys: ['services'],
  docs: {
    summary:
      'A service of a terminating gateway has no name, is listed twice, or has an incomplete certificate.',
    rationale:
      'Each service needs a name and is listed once; a client certificate needs ca_file, cert_file and ' +
      'key_file. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "terminating-gateway"
      name = "exit"
      services {
        name = "billing"
        cert_file = "/etc/consul.d/billing.pem"
        key_file = "/etc/consul.d/billing.key"
      }
    `),
    good: withEntry(`
      kind = "terminating-gateway"
      name = "exit"
      services {
        name = "billing"
        ca_file = "/etc/consul.d/ca.pem"
        cert_file = "/etc/consul.d/billing.pem"
        key_file = "/etc/consul.d/billing.key"
      }
    `),
  },
  run: ({ value }, report) => {
    const names = new Set<string>();
    for (const [i, service] of itemsAt(value, 'services').entries()) {
      const at = `services[${i}]`;
      const name = textAt(service, 'name');
      if (name === '') report(at, 'has no name, and the agent refuses the entry without one; write name');
      else if (names.has(name)) report(at, `repeats the service ${quote(name)}; keep one`);
      names.add(name);
      const [ca, certificate, key] = ['ca_file', 'cert_file', 'key_file'].map(
        (file) => textAt(service, file) !== '',
      );
      if ((certificate || key) && !(ca && certificate && key))
        report(at, 'needs ca_file, cert_file and key_file together');
    }
  },
});
