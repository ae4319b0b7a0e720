import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';

export const entriesTerminatingGateway = ofEntries({
  id: 'entries/terminating-gateway',
  kinds: ['terminating-gateway'],
  keys: ['services'],
  docs: { summary: 'Each service is named once; a client certificate needs its key and the CA.' },
  run: ({ value }, say) => {
    const names = new Set<string>();
    for (const [i, service] of itemsAt(value, 'services').entries()) {
      const at = `services[${i}]`;
      const name = textAt(service, 'name');
      if (name === '') say(at, 'needs a name');
      else if (names.has(name)) say(at, `names ${quote(name)} a second time`);
      names.add(name);
      const [ca, certificate, key] = ['ca_file', 'cert_file', 'key_file'].map(
        (file) => textAt(service, file) !== '',
      );
      if ((certificate || key) && !(ca && certificate && key))
        say(at, 'needs ca_file, cert_file and key_file together');
    }
  },
});
