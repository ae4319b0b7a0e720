/** What a verdict asks of the host: said as information of the assumed one, as fact of a known one. */
import { expect, test } from 'vitest';
import { validateAgent } from '../../src/engine/validate.ts';
import { assumedHost, type Host } from '../../src/model/load/host.ts';
import { agentOf } from './support/agent.ts';
import { memory } from './support/memory.ts';

const real = { ...assumedHost, assumed: false };

/** `error files/path`, of what is no warning. */
async function reported(config: object, host: Host): Promise<readonly string[]> {
  const agent = agentOf({ 'a.json': JSON.stringify({ data_dir: '/var/lib/consul', ...config }) });
  const findings = await validateAgent(agent, host);
  return findings
    .filter(({ severity }) => severity !== 'warning')
    .map(({ severity, rule }) => `${severity} ${rule}`);
}

const anywhere = {};
const bound = { bind_addr: '10.0.0.10' };
const many = (connections: number) => ({ ...bound, limits: { http_max_conns_per_client: connections } });
const detection = 'address/advertise-detection';

test.each<[string, object, Host, readonly string[]]>([
  ['an assumed address is said to be one', anywhere, assumedHost, [`info ${detection}`]],
  ['the one private address of a known host is taken', anywhere, real, []],
  ['a host without one', anywhere, { ...real, addresses: ['203.0.113.5'] }, [`error ${detection}`]],
  ['a host with two', anywhere, { ...real, addresses: ['10.0.0.1', '10.1.0.1'] }, [`error ${detection}`]],
  ['what is written asks nothing of the host', bound, { ...real, addresses: [] }, []],
  [
    'an any-address that is advertised',
    { advertise_addr: '::' },
    assumedHost,
    ['error address/advertise-unspecified'],
  ],
  ['few open files', many(500), assumedHost, []],
  ['more than many a host allows', many(10_000), assumedHost, ['info limits/open-files']],
  ['more than this host allows', many(10_000), { ...real, openFiles: 10_019 }, ['error limits/open-files']],
  ['as many as this host allows', many(10_000), { ...real, openFiles: 10_020 }, []],
  ['more than any host allows', many(2_000_000), assumedHost, ['error limits/open-files']],
  ['a disk that nobody looks at', bound, real, []],
  [
    'a file in place of data_dir',
    bound,
    { ...real, files: memory({ '/var/lib/consul': '' }) },
    ['error storage/data-dir-on-disk'],
  ],
])('%s', async (_, config, host, findings) => {
  expect(await reported(config, host)).toEqual(findings);
});
