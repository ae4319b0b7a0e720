import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJoinEntry } from '../../src/subjects/cluster/join.ts';

const host = (name: string, port?: number) => ({
  kind: 'host',
  host: name,
  ...(port !== undefined && { port }),
});

describe('a join entry', () => {
  it.each([
    ['pg-srv1', host('pg-srv1')],
    ['PG-Srv1.Example.com.', host('pg-srv1.example.com')],
    ['pg-srv1:8301', host('pg-srv1', 8301)],
    ['10.0.0.1', host('10.0.0.1')],
    ['10.0.0.1:9301', host('10.0.0.1', 9301)],
    ['[2001:DB8::1]:8301', host('2001:db8::1', 8301)],
    ['[2001:db8:0:0::1]', host('2001:db8::1')],
    ['2001:db8::1', host('2001:db8::1')],
    ['srv1/10.0.0.1:8301', host('10.0.0.1', 8301)],
    ['my_host', host('my_host')],
  ])('%s is a host', (text, expected) => {
    expect(parseJoinEntry(text)).toEqual(expected);
  });

  it.each([
    'provider=aws tag_key=consul tag_value=server',
    'provider=k8s label_selector="app=consul,component=server" namespace="consul"',
    'tag_key=x provider=gce project_name=p',
    '{{ GetInterfaceIP "eth0" }}',
    'consul.service.consul',
    'consul.service.dc1.consul:8301',
    '_consul._tcp.example.com',
    ['$', '{join_host}'].join(''),
    '$JOIN_HOST',
    '<IP>',
  ])('%s is known at run time only', (text) => {
    expect(parseJoinEntry(text)).toEqual({ kind: 'dynamic' });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'blank'],
    [' pg-srv1', 'white space'],
    ['pg-srv1 pg-srv2', 'white space'],
    ['pg-srv1,pg-srv2', 'several'],
    ['http://pg-srv1:8500', 'URL'],
    ['serf://pg-srv1', 'URL'],
    ['/pg-srv1', 'path'],
    ['pg-srv1/', 'path'],
    [':8301', 'no host'],
    ['pg-srv1:serf', 'not a number'],
    ['pg-srv1:', 'not a number'],
    ['pg-srv1:70000', 'not a number'],
    ['[pg-srv1]:8301', 'brackets'],
    ['a:b:c', 'not a host'],
    ['provider=asw tag_key=x', 'unknown provider "asw"'],
    ['provider=aws tag_key', 'key=value'],
    ['provider=aws provider=gce', 'twice'],
  ])('%j means nothing', (text, why) => {
    const target = parseJoinEntry(text);
    expect(target.kind).toBe('invalid');
    expect(target.kind === 'invalid' && target.why).toContain(why);
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['host', 'dynamic', 'invalid']).toContain(parseJoinEntry(text).kind);
      }),
    );
  });
});
