/** The audit log of Consul Enterprise. */
import { filePath, socketMode } from '../../grammars/names.ts';
import { byteSize, lateDuration } from '../../grammars/time.ts';
import { any, block, bool, int, map, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const sink = section(() => ({
  type: option(words(['file'], { refusedBy: 'none' }), 'What the sink writes to; only `file` exists.'),
  format: option(words(['json'], { refusedBy: 'none' }), 'Encoding of the events; only `json` exists.'),
  path: option(filePath, 'File that receives the events; rotated ones get a time stamp in their names.'),
  delivery_guarantee: option(
    words(['best-effort'], { refusedBy: 'none' }),
    'How hard the agent tries to deliver an event before it goes on; only `best-effort` exists.',
  ),
  mode: option({ ...socketMode, refusedBy: 'none' }, 'Permission bits of the files, in octal.'),
  rotate_bytes: option(byteSize, 'Starts a new file once this many bytes are written.'),
  rotate_duration: option(lateDuration, 'Starts a new file once this time has passed.'),
  rotate_max_files: option(int, 'Number of old files that are kept.'),
  name: option(any, 'Without effect since the sink’s name became its key.', {
    ignoredWithWarning: true,
    deprecated: { since: '1.8', note: 'the key of the sink is its name' },
  }),
}));

export const audit = section(() => ({
  enabled: option(bool, 'Turns the audit log on.', { default: false }),
  rpc_enabled: option(bool, 'Records RPC requests too, not only those of the HTTP API.', { since: '1.16' }),
  sink: option(map(block('AuditSink', sink)), 'Where events go: a sink for each name.'),
}));
