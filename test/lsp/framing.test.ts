/** What a client sends that no protocol allows: the server ends and says why, and does not wait for ever. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/app/files/memory.ts';
import { Framing } from '../../src/lsp/protocol/framing.ts';
import { serve } from '../../src/lsp/protocol/server.ts';

const served = (bytes: string): Promise<0 | 1 | string> => {
  const input = new PassThrough();
  const end = serve({ input, output: new PassThrough() }, memoryFiles({}), undefined);
  input.write(bytes);
  return end;
};

test.each([
  'Content-Length: -5\r\n\r\n{}',
  'Content-Length: abc\r\n\r\n{}',
  'Content-Length: 12abc\r\n\r\n{}',
  'Content-Length:\r\n\r\n{}',
  'Foo: bar\r\n\r\n{}',
  '\r\n\r\n{}',
  '\0\xff garbage\r\n\r\n',
  'Content-Length: 99999999999\r\n\r\n{}',
  'x'.repeat(100_000),
  'Content-Length: 2\r\n\r\n{}Content-Length: NaN\r\n\r\n{}',
])('a header that says no length ends the server: %j', async (bytes) => {
  expect(await served(bytes)).toMatch(/Content-Length|longer than/);
});

test('well-formed messages pass as they are, however they are cut', async () => {
  const text = 'content-length: 4\r\nContent-Type: x\r\n\r\n{"éContent-Length: 0\r\n\r\n';
  const bytes = Buffer.from(text);
  const framing = new Framing(expect.fail);
  for (const byte of bytes) framing.write(Buffer.from([byte]));
  framing.end();
  const parts: Buffer[] = [];
  for await (const part of framing) parts.push(part as Buffer);
  expect(Buffer.concat(parts)).toEqual(bytes);
});
