import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import type { AgentConfig } from '../../src/schemas.ts';
import { agentSchema, optionSchema } from '../../src/schemas.ts';

const problems = (schema: z.ZodType, value: unknown): string =>
  z.prettifyError(schema.safeParse(value).error!);

describe('agentSchema', () => {
  const config: AgentConfig = {
    datacenter: 'dc1',
    retry_join: ['10.0.0.1'],
    services: [{ name: 'web', connect: { sidecar_service: {} } }],
    config_entries: { bootstrap: [{ kind: 'mesh', tls: { incoming: { tls_min_version: 'TLSv1_2' } } }] },
  };

  test('gives back what goes in', () => {
    const parsed = agentSchema('1.16').parse(config);
    expect(parsed).toEqual(config);
    expectTypeOf(parsed).toEqualTypeOf<AgentConfig>();
  });

  test('errors name the option and what it wants', () => {
    const text = problems(agentSchema('1.16'), {
      prots: {},
      ports: { http: 70000, dsn: 1 },
      retry_interval: '30',
      acl: { default_policy: 'maybe' },
      server: 'yes',
      services: { name: 'web' },
      performance: { raft_multiplier: 1.5 },
      config_entries: { bootstrap: [{ kind: 'mesh', tsl: {} }, { kind: 'nope' }, {}] },
    });
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        '✖ Agent has no option prots (did you mean ports?)',
        '✖ http must be a port number up to 65535, or -1 to switch it off',
        '✖ Ports has no option dsn (did you mean dns?)',
        '✖ retry_interval must be a Go duration such as "30s", "1h30m" or "250ms"',
        '✖ default_policy must be one of "allow", "deny"',
        '✖ server must be true or false',
        '✖ services must be a list',
        '✖ raft_multiplier must be a whole number from 1 to 10',
        '✖ Mesh has no option tsl (did you mean tls?)',
        '  → at config_entries.bootstrap[1].kind',
        '  → at config_entries.bootstrap[2].kind',
      ]),
    );
  });

  test('knows the options of its release', () => {
    const later = { acl: { tokens: { dns: 'x' } } };
    expect(agentSchema('1.16').safeParse(later).success).toBe(false);
    expect(agentSchema('1.17').safeParse(later).success).toBe(true);
    expect(agentSchema().safeParse(later).success).toBe(true);
    expect(agentSchema('v1.16.4')).toBe(agentSchema('1.16'));
  });

  test('refuses releases that it does not know', () => {
    expect(() => agentSchema('1.2')).toThrow(RangeError);
    expect(() => agentSchema('latest')).toThrow('Consul latest is not modelled');
  });
});

describe('optionSchema', () => {
  test('is that of one option', () => {
    const services = optionSchema('services', '1.16').parse([{ name: 'web', port: 80 }]);
    expectTypeOf(services).toEqualTypeOf<NonNullable<AgentConfig['services']>>();
    expect(problems(optionSchema('ports'), { http: '80' })).toContain('http must be a port number');
    expect(optionSchema('log_level').safeParse('Info').success).toBe(true);
  });

  test('of an option that exists', () => {
    expect(() => optionSchema('toString' as 'ports')).toThrow('Consul has no option toString');
  });
});
