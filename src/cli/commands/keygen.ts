/** `keygen`: a key for gossip encryption, as `consul keygen` prints it. */
import { generateGossipKey } from '../../index.ts';
import type { Command } from '../command.ts';
import { exit } from '../io.ts';

interface Options {
  readonly bytes: string;
}

export const command: Command<Options> = {
  arguments: '',
  description:
    'Prints a new key for the option encrypt, which must be the same on all agents. In a manifest, ' +
    'encrypt: { generate: secrets/gossip.key } makes one and keeps it.',
  flags: [
    {
      flags: '--bytes <number>',
      docs: 'length of the key: AES-128, 192 or 256',
      choices: ['16', '24', '32'],
      default: '32',
    },
  ],
  examples: [
    { line: 'consul-cfg keygen', does: 'print a key of 32 bytes, in base64' },
    { line: 'consul-cfg keygen --bytes 16 > secrets/gossip.key', does: 'keep a shorter one, for AES-128' },
  ],
  run: async (_args, { bytes }, io) => {
    io.stdout.write(`${generateGossipKey(Number(bytes) as 16 | 24 | 32)}\n`);
    return exit.clean;
  },
};
