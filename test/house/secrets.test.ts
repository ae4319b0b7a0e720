/** What a report shows of a file never holds a secret. */
import { expect, test } from 'vitest';
import { maskSecrets } from '../../src/report/mask.ts';

const key = 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=';

test.each([
  [`  "encrypt": "${key}",`, `  "encrypt": "${'*'.repeat(key.length)}",`],
  [`encrypt = "short"`, `encrypt = "*****"`],
  [`Encrypt = ["short"]`, `Encrypt = ["*****"]`],
  [`  agent = "a-token"`, `  agent = "*******"`],
  [`ExecStart=/usr/bin/consul agent -encrypt=abcd -server`, `ExecStart=/usr/bin/consul agent -encrypt=**** -server`],
  [`ExecStart=/usr/bin/consul agent -encrypt abcd`, `ExecStart=/usr/bin/consul agent -encrypt ****`],
  [`someone = "${key}"`, `someone = "${'*'.repeat(key.length)}"`],
  [`datacenter = "dc1"`, `datacenter = "dc1"`],
  [`retry_join = ["agent-1.example.org"]`, `retry_join = ["agent-1.example.org"]`],
])('%s', (line, masked) => {
  expect(maskSecrets(line)).toBe(masked);
});
