import { weakText } from '../../model/decode/weak-scalars.ts';
import { byteLength } from '../../model/grammar/text.ts';
import { join, objectAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';

const maxSocketDir = 70;

export const entriesProxyDefaultsConfig = ofEntries({
  id: 'entries/proxy-defaults-config',
  kinds: ['proxy-defaults'],
  keys: ['config'],
  docs: {
    summary:
      'Of the free settings of proxies two are looked at: the directory of the metrics socket must be short, the protocol a text.',
  },
  run: ({ value, isAtLeast }, say) => {
    const directory = 'config.envoy_hcp_metrics_bind_socket_dir';
    if (byteLength(textAt(value, directory)) > maxSocketDir)
      say(directory, `is longer than ${maxSocketDir} bytes, which leaves no room for the socket’s name`);
    const settings = [...(objectAt(value, 'config')?.members.values() ?? [])];
    // Go's decoder takes the exact key, else one in other letter case.
    const protocol =
      settings.find((setting) => setting.name === 'protocol') ??
      settings.find((setting) => setting.name.toLowerCase() === 'protocol');
    if (!isAtLeast('1.17') || !protocol || protocol.value.kind === 'null') return;
    if (weakText(protocol.value) === undefined)
      say(join('config', protocol.name), 'must be a text such as "http"');
  },
});
