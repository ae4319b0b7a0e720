/** A fix never harms: what Consul would read otherwise, refuse, or never take in is left as it is, and said. */
import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../src/finding.ts';
import { fixAll } from '../../src/fix/fix.ts';
import { type Files, lintFiles } from '../support/lab.ts';
import { areAccepted, fixFiles, nodesOf } from './lab.ts';

const all = (): boolean => true;

const fixText = (name: string, text: string, wanted?: (fix: Fix) => boolean): string =>
  fixFiles({ [name]: text }, wanted ? { wanted } : {}).now[name]!;

const hcl = (text: string): string => `data_dir = "/d"\nbind_addr = "10.0.0.1"\n${text}\n`;

describe('two fixes that make the same block', () => {
  it.each([
    ['ca_file = "/ca.pem"', 'tls'],
    ['ca_path = "/ca"', 'tls'],
    ['server = true\nacl_datacenter = "dc1"', 'acl'],
    ['server = true\nbootstrap_expect = 3\nacl_token = "11111111-2222-3333-4444-555555555555"', 'acl'],
  ])('make it once: %s', (text, block) => {
    const after = fixText('a.hcl', hcl(text), all);
    expect(after.match(new RegExp(`^${block} \\{`, 'gm'))).toHaveLength(1);
    expect(areAccepted({ 'a.hcl': after })).toBe(true);
  });

  it('make it once in JSON, and keep what is in it', () => {
    const after = JSON.parse(
      fixText('a.json', '{"data_dir":"/d","bind_addr":"10.0.0.1","ca_file":"/ca.pem"}'),
    ) as { tls: unknown };
    expect(after.tls).toMatchObject({ defaults: { ca_file: '/ca.pem', verify_outgoing: true } });
  });
});

describe('a text without quotes', () => {
  it.each([
    ['retry_join = [ 10.10.32.5, 10.10.33.5 ]', 'retry_join = [ "10.10.32.5", "10.10.33.5" ]'],
    ['recursors = [ 8.8.8.8 ]', 'recursors = [ "8.8.8.8" ]'],
    ['advertise_addr = 2a00:1f08::7', 'advertise_addr = "2a00:1f08::7"'],
    ['advertise_addr = ::1 # here', 'advertise_addr = "::1" # here'],
    ['retry_interval = 30s\nserver = false', 'retry_interval = "30s"\nserver = false'],
    ['log_level = INFO', 'log_level = "INFO"'],
    ['server = True', 'server = true'],
    ['recursors = 8.8.8.8', 'recursors = ["8.8.8.8"]'],
    [
      'retry_join = [provider=aws tag_key=a tag_value=b]',
      'retry_join = ["provider=aws tag_key=a tag_value=b"]',
    ],
    [
      'encrypt = kGqtr6oXjt9aMzKvhsZyYdLr6kK2lL6g0gEXyA7e1pY=',
      'encrypt = "kGqtr6oXjt9aMzKvhsZyYdLr6kK2lL6g0gEXyA7e1pY="',
    ],
    [
      'advertise_addr = 10.0.0.9 leave_on_terminate = true',
      'advertise_addr = "10.0.0.9" leave_on_terminate = true',
    ],
  ])('is quoted as a whole: %s', (text, after) => {
    expect(fixText('a.hcl', hcl(text))).toBe(hcl(after));
  });

  it.each([
    ['[ 10.10.32.5, srv2:8301 ]', '[ "10.10.32.5", "srv2:8301" ]', 'retry_join'],
    ['30s', '"30s"', 'retry_interval'],
    ['True', 'true', 'leave_on_terminate'],
    ['2a00:1f08::7', '"2a00:1f08::7"', 'advertise_addr'],
  ])('is quoted as a whole in JSON: %s', (text, after, key) => {
    const json = (value: string): string => `{"data_dir":"/d","bind_addr":"10.0.0.1","${key}":${value}}`;
    expect(fixText('a.json', json(text))).toBe(json(after));
    expect(fixText('a.hcl', json(text), ({ title }) => !title.includes('HCL'))).toBe(json(after));
  });

  it('is one finding, of the whole', () => {
    const text = hcl('retry_join = [ 10.10.32.5, 10.10.33.5 ]');
    const reported = lintFiles({ 'a.hcl': text }).filter(({ severity }) => severity === 'error');
    expect(reported.map(({ at }) => text.slice(at.start, at.end))).toEqual(['10.10.32.5', '10.10.33.5']);
    expect(reported[0]?.message).toMatch(/^an address must be quoted: write "10\.10\.32\.5"/);
  });

  it('is not shown where it is a secret', () => {
    const key = 'kGqtr6oXjt9aMzKvhsZyYdLr6kK2lL6g0gEXyA7e1pY=';
    const reported = lintFiles({ 'a.hcl': hcl(`encrypt = ${key}`) });
    expect(reported.some(({ message }) => message.includes('a secret must be quoted'))).toBe(true);
    expect(reported.filter(({ message }) => message.includes('kGqtr6'))).toEqual([]);
  });

  it.each([
    'bootstrap_expect = SERVER_COUNT',
    'server = CONSUL_SERVER',
    'server = yes',
    'ports { http = HTTP_PORT }',
    'advertise_addr = foo bar',
    'datacenter = DC_NAME',
  ])('is left alone where it is not known what to write: %s', (text) => {
    expect(fixText('a.hcl', hcl(text))).toBe(hcl(text));
  });
});

describe('a text that is broken', () => {
  it.each([
    ['a.json', '{\n  "node_name": "a,\n  "data_dir": "/x",\n  "server": true\n}\n'],
    ['a.hcl', 'server = true\nbootstrap_expect = 3\nretry_join = ["a\n<<-X\n'],
    ['a.json', '{"data_dir": "/d", "retry_interval"\'EOF\n: "1h"}'],
    ['a.json', '{"data_dir": "/d", "recursors": é["8.8.8.8 [::]"]}'],
  ])('is not fixed into another one: %s %j', (name, text) => {
    expect(fixText(name, text)).toBe(text);
    const once = fixText(name, text, all);
    expect(fixText(name, once, all)).toBe(once);
  });

  it('is not migrated before it can be read', () => {
    const text = hcl('ui = true\nnode_name = "a');
    expect(fixText('a.hcl', text, all)).toBe(text);
  });

  it('with a comma that a `.hcl` of JSON lacks is no matter for a safe fix', () => {
    const text = '{"data_dir": "/d", "ports": {"http": 1}\n"server": true}';
    expect(fixText('a.hcl', text)).toBe(text);
    expect(fixText('a.hcl', text, all)).toContain('server');
  });
});

describe('a text for a list', () => {
  it.each([
    ['recursors = "[]"', 'recursors = []'],
    ['retry_join = "10.0.0.1,10.0.0.2"', 'retry_join = ["10.0.0.1", "10.0.0.2"]'],
    [`retry_join = "['10.0.0.1','10.0.0.2']"`, 'retry_join = ["10.0.0.1", "10.0.0.2"]'],
    ['retry_join = "srv1"', 'retry_join = ["srv1"]'],
    ['recursors = "8.8.8.8 1.1.1.1"', 'recursors = "8.8.8.8 1.1.1.1"'],
    ['recursors = "[8.8.8.8"', 'recursors = "[8.8.8.8"'],
    ['service { name = "a", tags = "b,c" }', 'service { name = "a", tags = "b,c" }'],
  ])('is split, or left alone: %s', (text, after) => {
    expect(fixText('a.hcl', hcl(text))).toBe(hcl(after));
  });
});

describe('a join entry with another port', () => {
  const reported = (files: Files): Finding[] =>
    lintFiles(files).filter(({ rule }) => rule === 'join/wrong-port');

  it.each(['10.9.0.1:8701', 'srv3:9301', 'consul-server2:8702'])(
    'is right as far as is known: %s',
    (entry) => {
      expect(reported({ 'a.hcl': hcl(`retry_join = ["${entry}"]`) })).toEqual([]);
    },
  );

  it.each([8300, 8302, 8500, 8501, 8502, 8503, 8600])(
    'is wrong where Consul uses another protocol: %i',
    (port) => {
      expect(reported({ 'a.hcl': hcl(`retry_join = ["srv1:${port}"]`) })).toHaveLength(1);
    },
  );

  it('is wrong where the target is in sight and listens elsewhere', () => {
    const files = {
      'srv1/consul.hcl': 'node_name = "srv1"\ndata_dir = "/d"\nserver = true\nports { serf_lan = 8701 }\n',
      'srv2/consul.hcl': 'node_name = "srv2"\ndata_dir = "/d"\nretry_join = ["srv1:8702"]\n',
    };
    expect(fixFiles(files).now['srv2/consul.hcl']).toContain('["srv1:8701"]');
  });
});

describe('line ends', () => {
  it.each([
    ['a.hcl', 'data_dir = "/d"\r\nbind_addr = "10.0.0.1"\r\nca_file = "/ca.pem"\r\nserver = true\r\n'],
    ['a.json', '{\r\n  "data_dir": "/d",\r\n  "bind_addr": "10.0.0.1",\r\n  "ca_file": "/ca.pem"\r\n}\r\n'],
  ])('are those of the file: %s', (name, text) => {
    const after = fixText(name, text);
    expect(after).not.toBe(text);
    expect(after.match(/(?<!\r)\n/g)).toBeNull();
  });
});

describe('a fix that does harm', () => {
  const file = 'a.hcl';
  const text = hcl('leave_on_terminate = true\nlog_level = "INFO"');

  /** Lint, with a finding of one more rule whose fix replaces one word. */
  function fixWith(from: string, to: string, path: string) {
    const withText = (replaced: ReadonlyMap<string, Uint8Array>): Files =>
      Object.fromEntries([[file, replaced.has(file) ? new TextDecoder().decode(replaced.get(file)) : text]]);
    const lintWith = (replaced: ReadonlyMap<string, Uint8Array>): Finding[] => {
      const found = lintFiles(withText(replaced));
      const { source } = found[0]?.at ?? nodesOf(withText(replaced))[0]!.files[0]!;
      const start = source.text.indexOf(from);
      if (start < 0) return found;
      const at = source.span(start, start + from.length);
      const fix = { title: 'mend', safe: true, edits: [{ ...at, text: to }] };
      return [...found, { rule: 'test/harm' as never, severity: 'warning', message: 'wrong', at, path, fix }];
    };
    const nodes = (replaced: ReadonlyMap<string, Uint8Array>) => nodesOf(withText(replaced));
    return fixAll(lintWith, ({ safe }) => safe, { nodes, entryRules: [] });
  }

  it.each([
    ['makes the agent refuse the file', '"INFO"', '7', 'log_level', /refuse/],
    ['changes an option that it does not name', '"INFO"', '"WARN"', 'node_name', /change log_level/],
    ['loses an option', 'bind_addr', 'advertise_addr', 'advertise_addr', /change bind_addr/],
    ['is made again and again', '"INFO"', '"INFO"  ', 'log_level', /again and again/],
  ])('is left out, and the others are made: it %s', (_name, from, to, path, why) => {
    const { files, dropped, fixed } = fixWith(from, to, path);
    expect(dropped.map((drop) => [drop.finding.rule, drop.why])).toEqual([
      ['test/harm', expect.stringMatching(why)],
    ]);
    expect(fixed.map(({ rule }) => rule)).not.toContain('test/harm');
    for (const { after } of files) expect(after).toContain('log_level = "INFO"\n');
  });

  it('is made where it names what it changes', () => {
    expect(fixWith('"INFO"', '"WARN"', 'log_level').files[0]?.after).toContain('log_level = "WARN"');
  });
});

describe('what is written as one word', () => {
  it.each([
    ['a.hcl', 'data_dir = "/d"\nbind_addr = "10.0.0.1"\ndatacenter = 30s\nui_config { enabled = true }\n'],
    ['a.json', '{"data_dir":"/d","bind_addr":"10.0.0.1","recursors":[01]}'],
  ])('is not cut by a fix: %s', (name, text) => {
    expect(fixText(name, text)).toBe(text);
  });
});
