/** The page as a text: whole, closed to the network and to whoever writes markup into a configuration. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/report/html/settings.ts';
import { check, nodeOf, page, server } from './draw.ts';
import { twoDatacenters } from './estates.ts';

const key = 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=';
const token = '0f6d8a52-2b1e-4c7f-9a3d-6c5e4b3a2f10';

describe('the page of fifty nodes', () => {
  const text = page(twoDatacenters());

  test('asks nothing of the network', () => {
    expect(text).not.toMatch(/\b(?:src|action|xlink:href)="(?!#)|<(?!a )[^>]*\shref="(?!#)/);
    expect(text).not.toMatch(/@import|url\((?!#)/);
  });

  test('lets the browser run its own script and style only', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)![1]!;
    const hash = (tag: string): string => {
      const inner = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)![1]!;
      return `'sha256-${createHash('sha256').update(inner).digest('base64')}'`;
    };
    expect(policy).toBe(`default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}`);
  });

  test('is the same for the same files', () => {
    expect(page(twoDatacenters())).toBe(text);
  });
});

test('markup in a configuration stays text', () => {
  const evil = '</script><img src=x onerror=alert(1)>"\'&\u202e';
  const text = page({
    ...server('a', [evil, 'b'], `log_file = ${JSON.stringify(evil)}\n`),
    ...server('b', ['a'], `node_meta { ${JSON.stringify(evil)} = "x" }\n`),
    [`${'c<b>'}/consul.hcl`]: `data_dir = "/d"\nretry_join = ["a"]\n${'x'} = 1\n`,
  });
  expect(text).not.toContain('<img');
  expect(text).not.toContain('<b>');
  expect(text.match(/<script/g)).toHaveLength(2);
  expect(text.match(/<\/script>/g)).toHaveLength(2);
});

test('no secret is in the page, wherever it is written', () => {
  const files = {
    ...server('a', ['b', 'provider=aws tag_key=x secret_access_key=verySecretThing'], `encrypt = "${key}"\n`),
    ...server('b', ['a'], `encrypt = "${key}"\nacl { tokens { agent = "${token}" default = "hunter2" } }\n`),
    'c/etc/consul.d/c.json': JSON.stringify(
      { data_dir: '/d', encrypt: [key], retry_join: ['a', 'a'] },
      null,
      1,
    ),
    'c/etc/consul.d/broken.hcl': `encrypt = "${key}"\nretry_join = [ "a"\n`,
  };
  const text = page(files);
  for (const secret of [key, token, 'hunter2', 'verySecretThing']) expect(text).not.toContain(secret);
  expect(text).toContain('(secret)');
});

describe('the merged configuration', () => {
  const { clusters } = check({
    'a/etc/consul.d/1.hcl': 'log_level = "WARN"\nretry_join = ["b"]\nports { http = 1 }\n',
    'a/etc/consul.d/2.json': '{ "log_level": "INFO",\n "retry_join": ["c", "d"], "data_dir": "/d" }',
  });
  const settings = settingsOf(nodeOf(clusters, 'a'));
  const row = (path: string) => settings.find((setting) => setting.path === path);

  test('every value names its origin, and what it replaced', () => {
    expect(row('log_level')).toEqual({
      path: 'log_level',
      value: '"INFO"',
      origin: 'a/etc/consul.d/2.json:1:16',
      replaced: 'a/etc/consul.d/1.hcl:1:13',
    });
    expect(row('ports.http')).toMatchObject({ value: '1', replaced: undefined });
  });

  test('a list that several files wrote is shown item by item', () => {
    expect(
      settings
        .filter(({ path }) => path.startsWith('retry_join'))
        .map(({ value, origin }) => [value, origin]),
    ).toEqual([
      ['"b"', 'a/etc/consul.d/1.hcl:2:15'],
      ['"c"', 'a/etc/consul.d/2.json:2:17'],
      ['"d"', 'a/etc/consul.d/2.json:2:22'],
    ]);
  });
});

test('nothing to report is a page too', () => {
  expect(page({})).toContain('Nothing to report.');
});
