/** Random sound manifests. */
import fc from 'fast-check';
import { secured, securities } from './security-manifests.ts';

/** Text that is hard on printers. */
const text = fc.string({ unit: 'grapheme', maxLength: 12 });

const secret = fc.oneof(
  fc.record({ env: fc.constantFrom('A', 'B') }),
  fc.record({ generate: fc.constantFrom('secrets/a', 'secrets/b') }),
);

const options = fc.record(
  {
    log_level: fc.constantFrom('INFO', 'WARN', 'DEBUG'),
    enable_syslog: fc.boolean(),
    ui_config: fc.record({ enabled: fc.boolean() }),
    node_meta: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), text, { maxKeys: 3 }),
    encrypt: secret,
    data_dir: fc.constantFrom(
      '/srv/consul',
      '/srv/consul data',
      '/srv/consul/100%',
      '/srv/consul/$x',
      '/home/consul',
    ),
    ports: fc.record({ dns: fc.constantFrom(53, 8600, -1) }, { requiredKeys: [] }),
    telemetry: fc.record({ disable_hostname: fc.boolean(), metrics_prefix: text }, { requiredKeys: [] }),
    services: fc.uniqueArray(
      fc.record(
        {
          name: fc.stringMatching(/^[a-z]{1,8}$/),
          port: fc.integer({ min: 1, max: 65535 }),
          tags: fc.array(text, { maxLength: 2 }),
          token: secret,
        },
        { requiredKeys: ['name'] },
      ),
      // A second service of a name is never registered.
      { minLength: 1, maxLength: 2, selector: ({ name }) => name },
    ),
    performance: fc.record({ raft_multiplier: fc.integer({ min: 1, max: 10 }) }),
  },
  { requiredKeys: [] },
);

const address = fc.tuple(fc.integer({ min: 1, max: 254 }), fc.integer({ min: 1, max: 254 }));

const node = fc.record({ config: options }, { requiredKeys: [] });

/** Names and addresses differ between nodes: sharing them is a mistake that the lint finds. */
function nodes(prefix: string, max: number, min: number) {
  return fc
    .tuple(fc.array(node, { minLength: min, maxLength: max }), address, fc.boolean())
    .map(([made, [x, y], known]) =>
      Object.fromEntries(
        made.map((value, i) => [
          `${prefix}${i}`,
          { ...value, ...(known && { address: `10.${prefix === 's' ? x : (x % 254) + 1}.${i}.${y}` }) },
        ]),
      ),
    );
}

const plain = fc
  .record(
    {
      consul: fc.constantFrom('1.16', '1.20', '1.23'),
      datacenter: fc.constantFrom('dc1', 'east-1'),
      format: fc.constantFrom('json', 'hcl'),
      profile: fc.constantFrom('patroni', ['production', 'patroni']),
      servers: nodes('s', 5, 1),
      clients: nodes('c', 3, 0),
      config: options,
      server_config: options,
    },
    { requiredKeys: ['consul', 'servers'] },
  )
  // One gossip key for all: servers with different ones never meet.
  .map((manifest) => withOneKey(manifest, manifest.config?.encrypt ?? { env: 'A' }));

/** Most of them with TLS, access control or federation. */
export const manifests = fc
  .tuple(plain, fc.option(securities))
  .map(([manifest, security]) => (security ? secured(manifest, security) : manifest));

function withOneKey<T>(value: T, key: object): T {
  const walk = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(walk);
    if (typeof given !== 'object' || given === null) return given;
    const { encrypt: _encrypt, ...rest } = given as Record<string, unknown>;
    return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, walk(inner)]));
  };
  const manifest = walk(value) as T & { config?: object };
  return { ...manifest, config: { ...manifest.config, encrypt: key } };
}
