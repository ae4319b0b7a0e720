/** Texts that something else replaces before an agent reads them, in each form and place that people write them. */
import { describe, expect, it } from 'vitest';
import { isError } from '../../src/finding.ts';
import { markedPlaceholder } from '../../src/text/placeholder.ts';
import { fixFiles } from '../fix/lab.ts';
import { lintFiles, validateFiles } from '../support/lab.ts';

const marked = (
  '{{x}}|{{ a.b }}|{{ x["a"] }}|{{ user \'a\' }}|{{ .Values.x }}|{{{x}}}|<%= x %>|$' +
  '{X}|$X|$(hostname)|@X@|@@X@@|__X__|' +
  '#{x}|[[ x ]]|[[ .x.y ]]|%X%|%%X%%|((x))|<IP>|<your ip>|{node_ip}|%(ip)s|##IP##|~IP~|`hostname -i`|$[x]|' +
  'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx|x.x.x.x|10.0.0.X|your-token-here|your.server.ip|changeme|key_tobe_replaced|to-be-filled|edit_me|replaced_by_script|10.0.0.__|REPLACE_ME|****|...'
).split('|');

const words = [
  'SERVER_COUNT',
  'PRIVATEIP',
  'TPL_NAME',
  '_CONSUL_BIND_ADDR',
  'ACLs_DEFAULT_POLICY',
  'CONSUL_TOKEN',
];

const places: readonly ((value: string) => Readonly<Record<string, string>>)[] = [
  (value) => ({ 'a.hcl': `data_dir = "/d"\nbind_addr = ${value}\nlog_level = "INFO"\n` }),
  (value) => ({
    'a.hcl': `data_dir = "/d"\nbind_addr = "10.0.0.1"\nserver = true\nbootstrap_expect = ${value}\n`,
  }),
  (value) => ({
    'a.hcl': `data_dir = "/d"\nbind_addr = "10.0.0.1"\nserver = ${value}\nlog_level = "INFO"\n`,
  }),
  (value) => ({
    'a.hcl': `data_dir = "/d"\nbind_addr = "10.0.0.1"\nencrypt = ${value}\nlog_level = "INFO"\n`,
  }),
  (value) => ({
    'a.hcl': `data_dir = "/d"\nbind_addr = "10.0.0.1"\nretry_join = ${value}\nlog_level = "INFO"\n`,
  }),
  (value) => ({ 'a.json': `{"data_dir": "/d", "bind_addr": "10.0.0.1", "ports": {"http": ${value}}}` }),
  (value) => ({ 'a.json': `{"data_dir": "/d", "bind_addr": "10.0.0.1", "retry_interval": ${value}}` }),
  (value) => ({
    'a.json': `{"data_dir": "/d", "bind_addr": "10.0.0.1", "retry_join": [${value}, "10.0.0.2"]}`,
  }),
];

describe('a placeholder', () => {
  const forms = [...marked, ...words];
  it.each(forms)('is one finding of its own kind, and is never fixed: %s', (form) => {
    for (const place of places) {
      for (const value of [form, `"${form}"`]) {
        const files = place(value);
        const found = lintFiles(files);
        const own = found.filter(({ rule }) => rule === 'option/placeholder');
        expect(own.length, JSON.stringify(files)).toBe(1);
        expect(found.filter(isError), JSON.stringify(files)).toEqual([]);
        expect(fixFiles(files).files, JSON.stringify(files)).toEqual([]);
      }
    }
  });

  it.each([
    '{{ GetPrivateIP }}',
    '{{ GetInterfaceIP "eth0" }}',
    '{{ GetPrivateInterfaces | include "network" "10.0.0.0/8" | attr "address" }}',
    '{{ with GetPrivateIP }}{{ . }}{{ end }}',
    '10.0.0.1',
    'fe80::1',
    'srv1.example.com',
    'Dt3P9SpKGAR/DIUN1cDirg==',
    'provider=aws tag_key=a tag_value=b',
    '/opt/consul',
    'https://example.com/%C3%A9',
    'alice@example.com',
  ])('is not what the agent reads itself, or a plain value: %s', (text) => {
    expect(markedPlaceholder(text)).toBeUndefined();
  });

  it('is refused by the agent where no text may be, as validate reports', async () => {
    const found = await validateFiles({
      'a.hcl': 'data_dir = "/d"\nbind_addr = "10.0.0.1"\nbootstrap_expect = N_SERVERS\n',
    });
    expect(found.filter(isError).map(({ rule }) => rule)).toEqual(['option/placeholder']);
  });
});

describe('a template with statements', () => {
  it('has no syntax yet, and no fix', () => {
    const files = {
      'a.hcl':
        '{{ header }}\ndata_dir = "/d"\n{% if x %}\nserver = true\n{% endif %}\nretry_join = [{% for h in hosts %}"{{ h }}",{% endfor %}]\nretry_interval = 30s\n',
    };
    const found = lintFiles(files);
    expect(found.filter(isError)).toEqual([]);
    expect(found.map(({ rule }) => rule)).toContain('option/placeholder');
    expect(fixFiles(files).files).toEqual([]);
  });
});
