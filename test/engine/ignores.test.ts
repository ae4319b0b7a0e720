import { describe, expect, it } from 'vitest';
import { brief, lintFiles } from '../support/lab.ts';

const base = 'data_dir = "/var/lib/consul"\nbind_addr = "127.0.0.1"\n';
const rulesOf = (text: string) => brief(lintFiles({ 'consul.hcl': base + text }));

describe('a comment that ignores', () => {
  it.each([
    ['on the same line', 'client_addr = "0.0.0.0" # consul-cfg-ignore security/open-http: lab\n'],
    ['on the line above', '# consul-cfg-ignore security/open-http: lab\nclient_addr = "0.0.0.0"\n'],
    [
      'above other comments',
      '// consul-cfg-ignore security/open-http: lab\n# who asks\n\nclient_addr = "0.0.0.0"\n',
    ],
    ['by group', '# consul-cfg-ignore security/*: lab\nclient_addr = "0.0.0.0"\n'],
    [
      'several rules',
      '# consul-cfg-ignore acl/default-allow, security/open-http: lab\nclient_addr = "0.0.0.0"\n',
    ],
    ['above a block', '# consul-cfg-ignore security/open-http: lab\naddresses {\n  http = "0.0.0.0"\n}\n'],
    ['in a block', 'addresses {\n  # consul-cfg-ignore security/open-http: lab\n  http = "0.0.0.0"\n}\n'],
    ['for the file', 'client_addr = "0.0.0.0"\n\n# consul-cfg-ignore-file security/open-http: lab\n'],
  ])('%s', (_name, text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  it.each([
    [
      'another rule',
      '# consul-cfg-ignore join/missing: lab\nclient_addr = "0.0.0.0"\n',
      ['settings/unused-ignore consul.hcl:3', 'security/open-http consul.hcl:4'],
    ],
    [
      'without a reason',
      '# consul-cfg-ignore security/open-http\nclient_addr = "0.0.0.0"\n',
      ['settings/ignore-without-reason consul.hcl:3', 'security/open-http consul.hcl:4'],
    ],
    [
      'two lines above',
      '# consul-cfg-ignore security/open-http: lab\nlog_level = "INFO"\nclient_addr = "0.0.0.0"\n',
      ['settings/unused-ignore consul.hcl:3', 'security/open-http consul.hcl:5'],
    ],
    [
      'below',
      'client_addr = "0.0.0.0"\n# consul-cfg-ignore security/open-http: lab\n',
      ['security/open-http consul.hcl:3', 'settings/unused-ignore consul.hcl:4'],
    ],
  ])('%s does not', (_name, text, expected) => {
    expect(rulesOf(text)).toEqual(expected);
  });

  it('works in units', () => {
    const unit =
      '[Service]\nUser=consul\nPrivateTmp=yes\nLimitNOFILE=65536\nExecReload=/bin/true\nRestart=always\n';
    const files = {
      'consul.hcl': base,
      'consul.service': `# consul-cfg-ignore-file unit/not-network-online: static addresses\n${unit}ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n`,
    };
    expect(brief(lintFiles(files))).toEqual([]);
  });
});
