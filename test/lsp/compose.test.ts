/** A compose file that an editor has open: its findings, and their fixes. */
import { expect, test } from 'vitest';
import { newSession } from './editor.ts';

const text = `services:
  consul:
    image: hashicorp/consul:1.20
    command: agent -server -bindaddr=10.0.0.1
    environment:
      CONSUL_LOCAL_CONFIG: |
        { "leave_on_terminate": true }
`;

test('findings are in the compose file, also those of a configuration in it', async () => {
  const session = newSession();
  const uri = 'file:///estate/docker-compose.yml';
  session.open(uri, 'yaml', text);
  await session.ready();
  const found = session.diagnostics()[0]?.diagnostics ?? [];
  const places = found.map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`);
  expect(places).toContain('unit/flags 3:27');
  expect(places).toContain('quorum/leave-on-terminate 6:32');
});

test('YAML that starts no agent is left alone', async () => {
  const session = newSession();
  session.open('file:///estate/compose.yml', 'yaml', 'services:\n  a:\n    image: consul-exporter\n');
  await session.ready();
  expect(session.diagnostics()[0]?.diagnostics).toEqual([]);
});
