import { weakText } from '../../model/decode/weak-scalars.ts';
import { byteLength } from '../../model/grammar/text.ts';
import { objectAt, textAt } from '../../model/value-path.ts';
import { memberPath } from '../../util/text.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

const maxSocketDir = 70;

export const entriesProxyDefaultsConfig = ofEntries({
  id: 'entries/proxy-defaults-config',
  kinds: ['proxy-defaults'],
  keys: ['config'],
  docs: {
    summary: 'A setting in config of proxy-defaults is invalid.',
    rationale:
      'config accepts any keys, but the agent checks two: envoy_hcp_metrics_bind_socket_dir must be at ' +
      'most 70 bytes, and from 1.17 on protocol must be convertible to a string.',
    bad: withEntry(`
      kind = "proxy-defaults"
      name = "global"
      config {
        protocol {
          name = "http"
        }
      }
    `),
    good: withEntry(`
      kind = "proxy-defaults"
      name = "global"
      config {
        protocol = "http"
      }
    `),
  },
  run: ({ value, isAtLeast }, report) => {
    const directory = 'config.envoy_hcp_metrics_bind_socket_dir';
    if (byteLength(textAt(value, directory)) > maxSocketDir)
      report(
        directory,
        `is longer than ${maxSocketDir} bytes, which leaves no room for the name of the socket; use a shorter path`,
      );
    const settings = [...(objectAt(value, 'config')?.members.values() ?? [])];
    // Go's decoder takes the exact key, else one in other letter case.
    const protocol =
      settings.find((setting) => setting.name === 'protocol') ??
      settings.find((setting) => setting.name.toLowerCase() === 'protocol');
    if (!isAtLeast('1.17') || !protocol || protocol.value.kind === 'null') return;
    if (weakText(protocol.value) === undefined)
      report(memberPath('config', protocol.name), 'must be a string such as "http"');
  },
});
