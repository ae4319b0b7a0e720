/** For which release lint judges: what files near the linted ones state, and which fixes that release knows. */
import { describe, expect, it } from 'vitest';
import { isFailed } from '../../src/app/failure.ts';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { lint } from '../../src/app/lint/lint.ts';
import { statedReleases } from '../../src/app/lint/release.ts';
import { noSettings } from '../../src/app/settings/load.ts';

const old = 'data_dir = "/d"\nbind_addr = "10.0.0.1"\nca_file = "/ca.pem"\n';

async function run(files: Readonly<Record<string, string>>, release?: string) {
  const result = await lint(
    { paths: ['.'], files: memoryFiles(files), loaded: noSettings, release, releaseFrom: '--consul' },
    { fix: 'safe' },
  );
  if (isFailed(result)) throw new Error('cannot be linted');
  return { note: result.release?.text, fixed: result.fixes?.files.length };
}

describe('the release', () => {
  it.each([
    ['docker-compose.yml', 'services:\n  c:\n    image: consul:1.9.3\n', '1.9.3'],
    ['Dockerfile', 'FROM hashicorp/consul-enterprise:1.16.3-ent\n', '1.16.3'],
    ['.env', 'CONSUL_VERSION=1.11.2\n', '1.11.2'],
    ['main.tf', 'variable "consul_version" {\n  default = "1.14.1"\n}\n', '1.14.1'],
    [
      'install.sh',
      'curl -O https://releases.hashicorp.com/consul/1.7.2/consul_1.7.2_linux_amd64.zip\n',
      '1.7.2',
    ],
    ['group_vars/all.yml', 'consul_version: 1.9.0\n', '1.9.0'],
    ['Dockerfile', 'ADD https://dl.bintray.com/mitchellh/consul/0.5.2_linux_amd64.zip /tmp/c.zip\n', '0.5.2'],
    ['Dockerfile', 'FROM gliderlabs/consul-server:0.6\n', '0.6'],
    ['Dockerfile', 'FROM progrium/consul\n', '0.5'],
    ['docker-compose.yml.tpl', 'image: gliderlabs/consul-agent:0.6\n', '0.6'],
    ['plan.sh', 'pkg_origin=me\npkg_name=consul\npkg_version=0.8.2\n', '0.8.2'],
    ['consul.spec', 'Name:           consul\nVersion:        0.7.0\n', '0.7.0'],
    [
      'consul.mk',
      'VER = 0.6.4\nURL = https://releases.hashicorp.com/consul/$(VER)/consul_$(VER).zip\n',
      '0.6.4',
    ],
    ['main.yml', 'ver: "1.2.3"\nurl: https://releases.hashicorp.com/consul/{{ ver }}/c.zip\n', '1.2.3'],
    ['attributes/default.rb', "default['consul']['version'] = '0.9.2'\n", '0.9.2'],
    ['pillar/all.sls.yml', 'consul:\n  user: consul\n  version: 1.4.0\n', '1.4.0'],
    ['packer.json', '{"variables": {"consul_version": "1.5.1"}}\n', '1.5.1'],
  ])('is read from %s', (name, text, release) => {
    expect(statedReleases(['.'], memoryFiles({ [name]: text }))?.oldest.release).toBe(release);
  });

  it.each([
    ['docker-compose.yml', 'image: consul:latest\nports: [8500:8500]\n'],
    ['docker-compose.yml', '# image: consul:1.9.3\n'],
    ['app.env', 'CONSUL_HTTP_ADDR=http://consul:8500\n'],
    ['plan.sh', 'pkg_name=nginx\npkg_version=1.2.3\n# with consul\n'],
    ['docker-compose.yml', 'image: consul-template:0.19.0\n'],
    ['main.yml', 'vault:\n  version: 1.2.3\nconsul:\n  user: consul\n'],
    ['install.sh', 'echo consul_$1\nretry 1 2.5\n'],
    ['values.yaml', 'image: hashicorp/consul-k8s-control-plane:1.1.0\n'],
  ])('is not read from what names none: %s %s', (name, text) => {
    expect(statedReleases(['.'], memoryFiles({ [name]: text }))).toBeUndefined();
  });

  it('is in the report, also where nothing states it', async () => {
    expect((await run({ 'consul.d/a.hcl': old })).note).toBe(
      'linted for Consul 2.1; nothing shows which release runs',
    );
    expect((await run({ 'consul.d/a.hcl': old }, '1.16')).note).toBe('linted for Consul 1.16 (--consul)');
    expect((await run({ 'consul.d/a.hcl': old, 'compose.yml': 'image: consul:1.15.4\n' })).note).toBe(
      'linted for Consul 1.15.4 (compose.yml:1)',
    );
  });

  it('is looked for in time that grows with the file', () => {
    const text = `consul:\n${`${' '.repeat(40)}x: y\n`.repeat(400)}`.repeat(3);
    const start = performance.now();
    expect(statedReleases(['.'], memoryFiles({ 'all.yml': text }))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('makes what only later ones refuse a warning', async () => {
    const removed = { 'consul.d/a.json': '{"data_dir": "/d", "recursor": "8.8.8.8"}' };
    const severity = async (files: Readonly<Record<string, string>>) => {
      const result = await lint(
        { paths: ['.'], files: memoryFiles(files), loaded: noSettings, release: undefined },
        {},
      );
      return isFailed(result)
        ? undefined
        : result.findings.find(({ rule }) => rule === 'option/unknown')?.severity;
    };
    expect(await severity(removed)).toBe('warning');
    const service = '{"data_dir": "/d", "service": {"name": "a", "enableTagOverride": false}}';
    expect(await severity({ 'consul.d/a.json': service })).toBe('warning');
    const newer = { 'consul.d/a.json': '{"data_dir": "/d", "recursor": "8.8.8.8", "ui_config": {}}' };
    expect(await severity(newer)).toBe('error');
    expect(await severity({ ...removed, Dockerfile: 'FROM gliderlabs/consul-server:0.6\n' })).toBe('warning');
    expect(await severity({ ...removed, Dockerfile: 'FROM consul:1.9.3\n' })).toBe('error');
    const atlas = {
      'consul.service': '[Service]\nExecStart=/usr/bin/consul agent -atlas=a/b -data-dir=/d\n',
    };
    const result = await lint(
      {
        paths: ['.'],
        files: memoryFiles({ ...atlas, Dockerfile: 'FROM progrium/consul\n' }),
        loaded: noSettings,
        release: undefined,
      },
      {},
    );
    expect(!isFailed(result) && result.findings.find(({ rule }) => rule === 'unit/flags')?.severity).toBe(
      'warning',
    );
  });

  it.each([
    ['spaces', `consul_version${' '.repeat(150_000)}`],
    ['variables', Array.from({ length: 9000 }, (_, i) => `consul_$V${i}`).join(' ')],
  ])('is looked for in a text of %s without taking minutes', (_what, text) => {
    expect(statedReleases(['a.hcl'], memoryFiles({ 'a.hcl': '', 'install.sh': text }))).toBeUndefined();
  });

  it('decides whether a fix may write what only later ones know', async () => {
    expect((await run({ 'consul.d/a.hcl': old, 'compose.yml': 'image: consul:1.9.3\n' })).fixed).toBe(0);
    expect((await run({ 'consul.d/a.hcl': old, 'compose.yml': 'image: consul:1.15.4\n' })).fixed).toBe(1);
    expect((await run({ 'consul.d/a.hcl': old }, '1.9')).fixed).toBe(0);
  });
});
