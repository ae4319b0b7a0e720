import type { Node } from '../../subjects/subjects.ts';
import { commandsOf } from '../../subjects/unit/command.ts';
import { setDirective } from '../../subjects/unit/service.ts';
import type { Unit } from '../../subjects/unit/unit.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

const unit = (reload: string): string =>
  `[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nExecReload=${reload}\n`;
const agent = 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nclient_addr = "10.0.0.11"\n';
const line = '/bin/kill --signal HUP $MAINPID';

export const reloadUnreachable = rule({
  id: 'unit/reload-unreachable',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['client_addr', 'addresses.http', 'ports.http'],
  fix: 'safe',
  docs: {
    summary: 'The unit reloads the agent by `consul reload`, which does not reach it.',
    rationale:
      '`consul reload` calls http://127.0.0.1:8500 unless CONSUL_HTTP_ADDR or -http-addr says otherwise. Where the HTTP API is at ' +
      'another address or port it fails with "connection refused" (measured on 1.20), and a reload changes nothing.',
    bad: { 'consul.hcl': agent, 'consul.service': unit('/usr/bin/consul reload') },
    good: { 'consul.hcl': agent, 'consul.service': unit(line) },
  },
  run({ unit, node }, report) {
    const where = elsewhere(node);
    if (where === undefined || unit.flags.open || mayNameAddress(unit)) return;
    for (const directive of unit.all('Service', 'ExecReload')) {
      const [words = [], ...more] = commandsOf(directive);
      const texts = words.map(({ text }) => text);
      if (more.length > 0 || texts[1] !== 'reload' || !/(?:^|\/)consul$/.test(texts[0] ?? '')) continue;
      if (texts.some((text) => /^--?http-addr/.test(text))) continue;
      report({
        at: directive.at,
        message: `consul reload calls 127.0.0.1:8500, and the HTTP API of this agent ${where}: a reload fails; write ExecReload=${line}`,
        fix: { title: `Write ExecReload=${line}`, safe: true, edits: [setDirective(directive, line)] },
      });
    }
  },
});

/** Completes "the HTTP API of this agent"; undefined where it may be at 127.0.0.1:8500. */
function elsewhere({ config }: Node): string | undefined {
  const port = config.number('ports.http') ?? 8500;
  if (port <= 0) return 'is off';
  if (port !== 8500) return `has port ${port}`;
  const written = config.string('addresses.http') || config.string('client_addr') || '127.0.0.1';
  const addresses = written.split(/\s+/).filter((text) => text !== '');
  const isPlain = addresses.every((text) => /^[\d.]+$/.test(text));
  if (!isPlain || addresses.some((text) => text === '0.0.0.0' || isLoopback(text))) return undefined;
  return `listens on ${addresses.join(' and ')} only`;
}

const mayNameAddress = (unit: Unit): boolean =>
  unit.all('Service', 'EnvironmentFile').length > 0 ||
  unit.all('Service', 'PassEnvironment').length > 0 ||
  unit.all('Service', 'Environment').some(({ value }) => /CONSUL_HTTP_ADDR|\$/.test(value));
