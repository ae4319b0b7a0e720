import { isJson } from '../../model/grammar/json.ts';
import { textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';

export const entriesProxyDefaultsAccessLogs = ofEntries({
  id: 'entries/proxy-defaults-access-logs',
  kinds: ['proxy-defaults'],
  keys: ['access_logs'],
  docs: { summary: 'A path goes with the type file, and only with it; the format is JSON or text.' },
  run: ({ value }, say) => {
    const base = 'access_logs';
    const [type, path, json, text] = ['type', 'path', 'json_format', 'text_format'].map((key) =>
      textAt(value, `${base}.${key}`),
    );
    if (type === 'file' && !path) say(`${base}.type`, 'is "file", which needs a path');
    if (type !== 'file' && path) say(`${base}.path`, 'is only for the type "file"');
    if (json && text) say(`${base}.text_format`, 'stands beside json_format; keep one');
    if (json && !isJson(json)) say(`${base}.json_format`, 'must be JSON');
  },
});
