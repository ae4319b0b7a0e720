import { isJson } from '../../model/grammar/json.ts';
import { textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

export const entriesProxyDefaultsAccessLogs = ofEntries({
  id: 'entries/proxy-defaults-access-logs',
  kinds: ['proxy-defaults'],
  keys: ['access_logs'],
  docs: {
    summary: 'Access logs have a path without the type file, or two formats.',
    rationale:
      'The type "file" needs a path and no other type accepts one; json_format and text_format exclude ' +
      'each other, and json_format must be valid JSON. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "proxy-defaults"
      name = "global"
      access_logs {
        enabled = true
        path = "/var/log/envoy.log"
      }
    `),
    good: withEntry(`
      kind = "proxy-defaults"
      name = "global"
      access_logs {
        enabled = true
        type = "file"
        path = "/var/log/envoy.log"
      }
    `),
  },
  run: ({ value }, report) => {
    const base = 'access_logs';
    const [type, path, json, text] = ['type', 'path', 'json_format', 'text_format'].map((key) =>
      textAt(value, `${base}.${key}`),
    );
    if (type === 'file' && !path)
      report(`${base}.type`, 'is "file", which needs a path; write the path of the log');
    if (type !== 'file' && path)
      report(`${base}.path`, 'is only for the type "file"; set that type, or remove the path');
    if (json && text) report(`${base}.text_format`, 'is set together with json_format; keep one');
    if (json && !isJson(json)) report(`${base}.json_format`, 'must be valid JSON');
  },
});
