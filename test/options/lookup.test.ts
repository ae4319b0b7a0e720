import { describe, expect, test } from 'vitest';
import { agent } from '../../src/options/agent.ts';
import { findOption, foldKey, inherits, member, walk } from '../../src/options/lookup.ts';

const sectionOf = (path: string) => {
  const kind = path === '' ? undefined : findOption(path)?.kind;
  return kind?.shape === 'block' ? kind.section() : agent;
};

describe('paths', () => {
  test.each([
    ['ports.http', 'ports.http'],
    ['PORTS.Http', 'ports.http'],
    ['services[2].checks[0].http', 'services[].checks[].http'],
    ['services.checks.http', 'services[].checks[].http'],
    [
      'service.connect.sidecar_service.connect.sidecar_service.port',
      'service.connect.sidecar_service.connect.sidecar_service.port',
    ],
    ['checks[0].ServiceID', 'checks[].service_id'],
    ['non_voting_server', 'read_replica'],
    ['node_meta.rack', 'node_meta.{}'],
    ['connect.ca_config.anything', 'connect.ca_config.{}'],
    ['connect.ca_config.RootPKIPath', 'connect.ca_config.root_pki_path'],
    [
      'config_entries.bootstrap[0].service-defaults.MutualTLSMode',
      'config_entries.bootstrap[].service-defaults.mutual_tls_mode',
    ],
    ['retry_join[3]', 'retry_join[]'],
  ])('%s', (path, canonical) => {
    expect(findOption(path)?.path).toBe(canonical);
  });

  test.each([
    '',
    '.',
    'ports.',
    'port',
    'ports.http.x',
    'toString',
    'ports.constructor',
    '__proto__',
    'datacenter[]',
    '[]',
    'services[].x',
  ])('nothing at %j', (path) => {
    expect(findOption(path)).toBeUndefined();
  });

  test('blocks hand down what they say', () => {
    expect(inherits.reload(findOption('services[0].port')!)).toBe(true);
    expect(inherits.secret(findOption('ui_config.metrics_proxy.add_headers[0].value')!)).toBe(true);
    expect(inherits.enterprise(findOption('segments[0].port')!)).toBe('refused');
    expect(inherits.role(findOption('autopilot.min_quorum')!)).toBe('server');
    expect(inherits.deprecated(findOption('raft_boltdb.NoFreelistSync')!)?.use).toBe('raft_logstore.boltdb');
  });
});

describe('keys, as the agent matches them', () => {
  test('in any letter case, the long s and the Kelvin sign included', () => {
    expect(member(agent, 'SERVER')?.name).toBe('server');
    expect(member(agent, 'ſerver')?.name).toBe('server');
    expect(member(agent, '\u212aey_file')?.name).toBe('key_file');
    expect(foldKey('ſ\u212aS')).toBe('sks');
  });

  test('underscores count', () => {
    expect(member(agent, 'loglevel')).toBeUndefined();
    expect(member(agent, 'log-level')).toBeUndefined();
  });

  test('aliases are distinguished', () => {
    const check = sectionOf('check');
    expect(member(check, 'service_id')).toMatchObject({ name: 'service_id' });
    expect(member(check, 'SERVICEID')).toMatchObject({ name: 'service_id', alias: 'serviceid' });
    expect(member(check, 'script_args')).toBeUndefined();
  });

  test('what is ignored with a warning has one spelling', () => {
    expect(member(agent, 'acl_enforce_version_8')?.name).toBe('acl_enforce_version_8');
    expect(member(agent, 'ACL_enforce_version_8')).toBeUndefined();
  });

  test('what every object has is no option', () => {
    for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      expect(member(agent, key)).toBeUndefined();
  });
});

test('a walk sees each path once, and ends', () => {
  const paths: string[] = [];
  walk(agent, ({ path }) => paths.push(path));
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toContain('services[].connect.sidecar_service');
  expect(paths).toContain('config_entries.bootstrap[].mesh.tls.incoming.tls_min_version');
});
