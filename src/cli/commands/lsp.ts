/** `lsp`: the language server, over standard input and output. */
import { serveLanguageServer } from '../../node.ts';
import type { Command } from '../command.ts';
import { consulFlag, consulVersion } from '../input/flags.ts';
import { CommandError, exit, usageError } from '../io.ts';

interface Options {
  readonly consul?: string;
  readonly stdio?: boolean;
}

export const command: Command<Options> = {
  arguments: '',
  description:
    'An editor starts it; see docs/editors.md. It serves the Language Server Protocol on standard input and output, for ' +
    'agent configurations in HCL and JSON and for cluster.yaml. Files of one cluster are linted together, with unsaved ' +
    'changes.',
  flags: [
    consulFlag,
    {
      flags: '--stdio',
      docs: 'use standard input and output: the default, accepted because editors pass it',
    },
  ],
  examples: [
    { line: 'consul-cfg lsp --stdio', does: 'what an editor runs' },
    { line: 'consul-cfg lsp --consul 1.16', does: 'the same, for a cluster that runs Consul 1.16' },
  ],
  run: async (_args, options, io) => {
    const streams = io.piped ? io.streams?.() : undefined;
    if (!streams)
      throw usageError('lsp is for editors: it reads the protocol from a pipe, not from a terminal');
    const consul = options.consul === undefined ? undefined : consulVersion(options.consul);
    const end = await serveLanguageServer(streams, { consul, cwd: io.cwd });
    if (typeof end === 'string')
      throw new CommandError(`the messages of the editor cannot be read further: ${end}`);
    return end === 0 ? exit.clean : exit.findings;
  },
};
