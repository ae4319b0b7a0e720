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
  ])('is read from %s', (name, text, release) => {
    expect(statedReleases(['.'], memoryFiles({ [name]: text }))?.oldest.release).toBe(release);
  });

  it.each([
    ['docker-compose.yml', 'image: consul:latest\nports: [8500:8500]\n'],
    ['docker-compose.yml', '# image: consul:1.9.3\n'],
    ['app.env', 'CONSUL_HTTP_ADDR=http://consul:8500\n'],
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

  it('decides whether a fix may write what only later ones know', async () => {
    expect((await run({ 'consul.d/a.hcl': old, 'compose.yml': 'image: consul:1.9.3\n' })).fixed).toBe(0);
    expect((await run({ 'consul.d/a.hcl': old, 'compose.yml': 'image: consul:1.15.4\n' })).fixed).toBe(1);
    expect((await run({ 'consul.d/a.hcl': old }, '1.9')).fixed).toBe(0);
  });
});
