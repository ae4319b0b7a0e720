import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { agent } from '../../src/options/agent.ts';
import type { AgentConfig, OptionValue } from '../../src/schemas.ts';
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
    expectTypeOf(parsed).toExtend<AgentConfig<'1.16'>>();
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
    expect(() => agentSchema('1.2' as '1.20')).toThrow(RangeError);
    expect(() => agentSchema('latest' as '1.20')).toThrow('Consul latest is not modelled');
  });
});

describe('optionSchema', () => {
  test('is that of one option', () => {
    const services = optionSchema('services', '1.16').parse([{ name: 'web', port: 80 }]);
    expectTypeOf(services).toExtend<NonNullable<AgentConfig<'1.16'>['services']>>();
    expect(problems(optionSchema('ports'), { http: '80' })).toContain('http must be a port number');
    expect(optionSchema('log_level').safeParse('Info').success).toBe(true);
  });

  test('of an option that exists, in that release', () => {
    expect(() => optionSchema('toString')).toThrow('Consul has no option toString');
    expect(() => optionSchema('services[].nope')).toThrow(RangeError);
    expect(() => optionSchema('acl.tokens.dns', '1.16')).toThrow('Consul 1.16 has no option acl.tokens.dns');
    expect(() => optionSchema('acl.tokens.dns', '1.2' as '1.20')).toThrow('Consul 1.2 is not modelled');
    expect(optionSchema('acl.tokens.dns', '1.17').safeParse('x').success).toBe(true);
  });

  test('of any path', () => {
    const check = optionSchema('services[].checks[]', '1.20');
    expectTypeOf(check.parse({ name: 'up' })).toExtend<OptionValue<'services[].checks[]', '1.20'>>();
    expect(problems(check, { nam: 'up', ttl: '10' }).split('\n')).toEqual(
      expect.arrayContaining([
        '✖ Check has no option nam (did you mean name?)',
        '✖ ttl must be a Go duration such as "30s", "1h30m" or "250ms"',
      ]),
    );
    expect(optionSchema('node_meta.{}').safeParse(1).success).toBe(false);
    expectTypeOf(optionSchema('node_meta.{}').parse('x')).toEqualTypeOf<string>();
    expect(optionSchema('retry_join[]').parse('10.0.0.1')).toBe('10.0.0.1');
    const protocol = optionSchema('config_entries.bootstrap[].service-defaults.protocol');
    expect(problems(protocol, 'htp')).toContain('protocol must be one of');
    const mesh = optionSchema('config_entries.bootstrap[].mesh', '1.20');
    expect(mesh.shape.tls.unwrap().shape.incoming.meta()?.description).toContain('');
    const path: string = 'ports.http';
    expectTypeOf(optionSchema(path).parse(1)).toEqualTypeOf<unknown>();
  });
});

describe('sections are objects of zod', () => {
  const ports = optionSchema('ports', '1.20');

  test('shape, pick, partial, extend and infer', () => {
    expect(ports.shape.http.parse(8500)).toBe(8500);
    const two = ports.pick({ http: true, https: true }).required();
    expectTypeOf<z.infer<typeof two>>().toEqualTypeOf<{ http: number; https: number }>();
    expect(problems(two, { http: 1 })).toContain('→ at https');
    const ours = agentSchema('1.20').extend({ owner: z.string() });
    expectTypeOf<z.infer<typeof ours>['owner']>().toEqualTypeOf<string>();
    expect(ours.parse({ owner: 'me', ports: { http: 1 } })).toEqual({ owner: 'me', ports: { http: 1 } });
    expect(ours.safeParse({ owner: 'me', prots: {} }).success).toBe(false);
    expect(ours.partial().parse({})).toEqual({});
    const whole = agentSchema('1.20').shape;
    expect(whole.ports.unwrap().extend({ extra: z.number() }).parse({ extra: 1 })).toEqual({ extra: 1 });
    expect(whole.services.unwrap().element.shape.name.parse('web')).toBe('web');
    // @ts-expect-error: of a later release
    expect(whole.feature_gates).toBeUndefined();
    expect(agentSchema('2.1').shape.feature_gates).toBeInstanceOf(z.ZodOptional);
  });

  test('each section of the table is one, and holds itself where the table does', () => {
    for (const [name, { kind }] of Object.entries(agent)) {
      if (kind.shape === 'block' && name in agentSchema('2.1').shape)
        expect(optionSchema(name, '2.1'), name).toBeInstanceOf(z.ZodObject);
    }
    const sidecar = optionSchema('services[].connect.sidecar_service', '1.20');
    expect(sidecar.parse({ port: 1, connect: { sidecar_service: {} } })).toBeDefined();
  });

  test('meta has description, default, examples, deprecation and id', () => {
    expect(ports.meta()).toMatchObject({ id: 'ports-1.20', description: 'Ports of all listeners.' });
    expect(ports.shape.http.meta()).toMatchObject({
      default: 8500,
      description: expect.stringContaining('HTTP'),
    });
    expect(optionSchema('retry_interval').meta()).toMatchObject({ id: 'retry_interval', default: '30s' });
    expect(optionSchema('ca_file', '1.20').meta()).toMatchObject({
      deprecated: true,
      deprecationMessage: expect.stringContaining('use tls.defaults.ca_file'),
    });
    expect(optionSchema('services[].checks[]').meta()).not.toHaveProperty('default');
  });

  test('schemas of several releases and options are parts of one', () => {
    const both = z.object({
      old: agentSchema('1.16'),
      now: agentSchema('1.20'),
      ports,
      checks: optionSchema('checks'),
    });
    const { $defs } = z.toJSONSchema(both) as { $defs: Record<string, unknown> };
    expect(Object.keys($defs)).toEqual(
      expect.arrayContaining(['Ports-1.16', 'Ports-1.20', 'ports-1.20', 'Check']),
    );
  });

  test('a schema is built once', () => {
    expect(optionSchema('services[].checks[]', '1.20.2')).toBe(optionSchema('services[].checks[]', '1.20'));
    expect(optionSchema('services[0].checks[]', '1.20')).toBe(optionSchema('services[].checks[]', '1.20'));
  });
});
