/** A script is refused what `render` refuses: the same rules judge both, and every error is told of at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import {
  ConsulCfgError,
  cluster,
  type Issue,
  type RenderOptions,
  renderCluster,
  server,
} from '../../src/index.ts';
import { run } from '../support/run.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-library-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const servers = { a: { address: '10.0.0.1' }, b: { address: '10.0.0.2' }, c: { address: '10.0.0.3' } };

const refused: Readonly<Record<string, { readonly [name: string]: unknown }>> = {
  'an option that the release does not have': { consul: '1.16', config: { token_dirs: '/etc/tokens' } },
  'another one': { consul: '1.15', config: { experiments: ['resource-apis'] } },
  'an address twice': { servers: { ...servers, b: { address: '10.0.0.1' } } },
  'a duration that is none': { config: { retry_interval: '30 seconds' } },
  'an address that is none': { servers: { ...servers, a: { config: { bind_addr: '10.0.0.256' } } } },
  'a port that two listeners want': { config: { ports: { http: 8501, https: 8501 } } },
};

/** What a manifest cannot be tried with, since a secret does not stand in one, or which types refuse. */
const refusedInScripts: Readonly<Record<string, { readonly [name: string]: unknown }>> = {
  'a key that is no base64': { config: { encrypt: 'abc' } },
  'a key of three bytes': { config: { encrypt: 'YWJj' } },
  'an unknown option': { config: { anything: { at: ['all'] } } },
  'a text where a number belongs': { config: { bootstrap_expect: 'x' } },
  'a list where a map belongs': { config: { ports: [8500] } },
};

const whole = (input: object) => ({ consul: '1.20', servers, ...input });

function findingsOf(work: () => unknown): readonly Issue[] {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ConsulCfgError);
    const { message, findings } = error as ConsulCfgError;
    expect(message).toMatch(/^(?:renderCluster|cluster)\(\): /);
    expect(message).toContain(findings[0]!.message);
    return findings;
  }
  throw new Error('nothing was refused');
}

describe('refused, whether the estate went through cluster() or not', () => {
  test.each(Object.entries({ ...refused, ...refusedInScripts }))('%s', (_, input) => {
    const plain = findingsOf(() => renderCluster(whole(input) as never));
    expect(plain.length).toBeGreaterThan(0);
    for (const { rule, severity, message } of plain)
      expect([rule, severity, message]).toEqual([
        expect.stringMatching(/^[a-z-]+\/[a-z-]+$/),
        'error',
        expect.any(String),
      ]);
    expect(renderCluster(whole(input) as never, { lint: 'off' }).length).toBeGreaterThan(3);
  });

  test.each(Object.entries(refused))('%s, after cluster()', (_, input) => {
    const places = (findings: readonly Issue[]) => findings.map(({ rule, property }) => [rule, property]);
    expect(places(findingsOf(() => renderCluster(cluster(whole(input) as never))))).toEqual(
      places(findingsOf(() => renderCluster(whole(input) as never))),
    );
  });
});

test.each(Object.entries(refused))('the command says the same: %s', async (_, input) => {
  writeFileSync(join(cwd, 'cluster.yaml'), JSON.stringify(whole(input)));
  const { code, stdout } = await run(['lint', '--format', 'json', 'cluster.yaml'], { cwd });
  const reported = JSON.parse(stdout).findings.filter(({ severity }: Issue) => severity === 'error');
  expect(code).toBe(1);
  const script = findingsOf(() => renderCluster(whole(input) as never));
  const texts = (findings: readonly Issue[]) =>
    new Set(findings.map(({ rule, message }) => `${rule} ${message.replace(/\S+:\d+:\d+/g, '')}`));
  expect(texts(script)).toEqual(texts(reported));
});

test('every error is in `findings`, with the option that it is about', () => {
  const findings = findingsOf(() =>
    renderCluster(
      whole({ config: { retry_interval: '30 seconds', log_rotate_duration: 'x', zz: 1 } }) as never,
    ),
  );
  expect(findings.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['retry_interval', 'log_rotate_duration', 'zz']),
  );
});

test('warnings stop nothing', () => {
  expect(renderCluster(cluster({ consul: '1.20', servers: ['a'] })).length).toBeGreaterThan(3);
});

test('what is no manifest is refused without the lint too', () => {
  expect(() => renderCluster({ consul: '9.9' as '1.16', servers: ['a'] }, { lint: 'off' })).toThrow(
    ConsulCfgError,
  );
  expectTypeOf<RenderOptions['lint']>().toEqualTypeOf<'off' | undefined>();
});

test('a release may be given as `consul version` prints it', () => {
  const files = (consul: '1.20.2' | 'v1.20.2' | '1.20.2+ent') => renderCluster({ consul, servers: ['a'] });
  expect(files('v1.20.2')).toEqual(files('1.20.2'));
  expect(files('1.20.2+ent').map(({ path }) => path)).toEqual(files('1.20.2').map(({ path }) => path));
});

test('a secret that is undefined is refused wherever options are given, and another option is not', () => {
  const config = { encrypt: undefined, log_level: undefined };
  const layers = {
    consul: '1.20',
    servers: { a: { address: '10.0.0.1', config: { acl: { tokens: { agent: undefined } } } } },
    config,
  } as const;
  const refusedBy = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      return (error as ConsulCfgError).findings.map(({ property, message }) => [
        property,
        message.slice(0, 24),
      ]);
    }
  };
  const both = [
    ['servers.a.config.acl.tokens.agent', 'acl.tokens.agent is unde'],
    ['config.encrypt', 'encrypt is undefined, as'],
  ];
  expect(refusedBy(() => cluster(layers))).toEqual(both);
  expect(refusedBy(() => renderCluster(layers, { lint: 'off' }))).toEqual(both);
  expect(refusedBy(() => server(config))).toEqual([['encrypt', 'encrypt is undefined, as']]);
});
