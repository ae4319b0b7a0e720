/** What a report shows of a file never holds a secret. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownLine, shownText } from '../../src/secrets/known.ts';
import { Source } from '../../src/text/source/source.ts';
import { run } from '../support/run.ts';

const key = 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=';
const token = '0f6d8a52-2b1e-4c7f-9a3d-6c5e4b3a2f10';

test.each([
  [`  "encrypt": "${key}",`, `  "encrypt": "${'*'.repeat(key.length)}",`],
  ['encrypt = "short"', 'encrypt = "*****"'],
  ['Encrypt = ["short"]', 'Encrypt = ["*****"]'],
  [`  agent = "${token}"`, `  agent = "${'*'.repeat(36)}"`],
  ['  initial_management = "root"', '  initial_management = "****"'],
  [
    'ExecStart=/usr/bin/consul agent -encrypt=abcd -server',
    'ExecStart=/usr/bin/consul agent -encrypt=**** -server',
  ],
  ['ExecStart=/usr/bin/consul agent -encrypt abcd', 'ExecStart=/usr/bin/consul agent -encrypt ****'],
  [`someone = "${key}"`, `someone = "${'*'.repeat(key.length)}"`],
  [
    'retry_join = ["provider=aws tag_key=a secret_access_key=abc/123", "b"]',
    'retry_join = ["provider=aws tag_key=a secret_access_key=*******", "b"]',
  ],
  ['provider=os password=\\"a b\\" user_name=c', 'provider=os password=\\"***\\" user_name=c'],
  ['-acl_token = "abcd"', '-acl_token = "****"'],
  ['+encrypt   = "abcd"', '+encrypt   = "****"'],
  ['-encrypt   = "abcd"', '-encrypt   = "****"'],
  ['datacenter = "dc1"', 'datacenter = "dc1"'],
  ['ports { dns = 8600 }', 'ports { dns = 8600 }'],
  ['addresses { dns = "127.0.0.1" }', 'addresses { dns = "127.0.0.1" }'],
  ['retry_join = ["agent-1.example.org"]', 'retry_join = ["agent-1.example.org"]'],
])('%s', (line, masked) => {
  expect(shownText(new Source(/^(?:ExecStart|provider)/.test(line) ? 'a.service' : '<stdin>', line))).toBe(
    masked,
  );
});

test('a secret is hidden over several lines', () => {
  const source = new Source('a.hcl', 'encrypt = <<E\nse\ncret\nE\n');
  expect([1, 2, 3, 4].map((line) => shownLine(source, line))).toEqual(['encrypt = <<E', '**', '****', 'E']);
});

test.each([
  [
    'a private key in a config entry',
    `config_entries { bootstrap { Kind = "inline-certificate", PrivateKey = "se+cret" } }`,
  ],
  ['a text in place of a block with secrets', 'acl { tokens = "se+cret" }'],
  ['a list in place of a secret', 'encrypt = ["a", "se+cret"]'],
])('%s is in no report', async (_what, text) => {
  const cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-secret-'));
  writeFileSync(join(cwd, 'a.hcl'), `data_dir = "/x"\n${text}\n`);
  for (const command of ['lint', 'validate', 'check']) {
    for (const format of ['pretty', 'json', 'sarif', 'html']) {
      const { stdout, stderr } = await run([command, 'a.hcl', '--format', format], { cwd });
      expect(`${stdout}${stderr}`).not.toContain('se+cret');
    }
  }
  rmSync(cwd, { recursive: true });
});
