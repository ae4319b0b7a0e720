/** `lsp`: the language server, over standard input and output. */
import { disk } from '../../model/load/disk.ts';
import type { Command } from '../command.ts';
import { consulFlag, consulVersion } from '../consul-version.ts';
import { bugText, CommandError, exit, usageError } from '../io.ts';
import { loadSettings } from '../lint/settings.ts';

interface Options {
  readonly consul?: string;
  readonly stdio?: boolean;
}

export const command: Command<Options> = {
  arguments: '',
  description:
    'An editor starts it; see docs/editors.md. It speaks the Language Server Protocol on standard input and output, for ' +
    'agent configurations in HCL and JSON and for cluster.yaml. Files of one cluster are judged together, unsaved ' +
    'changes included.',
  flags: [
    consulFlag,
    { flags: '--stdio', docs: 'speak on standard input and output: always so, taken because editors say it' },
  ],
  examples: [
    { line: 'consul-cfg lsp --stdio', does: 'what an editor runs' },
    { line: 'consul-cfg lsp --consul 1.16', does: 'the same, for a cluster that runs Consul 1.16' },
  ],
  run: async (_args, options, io) => {
    const streams = io.piped ? io.streams?.() : undefined;
    if (!streams)
      throw usageError('lsp is for editors: it reads the protocol from a pipe, not from a terminal');
    const { serve } = await import('../../lsp/server.ts');
    const host = {
      disk,
      loadSettings: (directory: string) => loadSettings({}, { ...io, cwd: directory }, (path) => path),
      bugText,
      loadManifestJudge: async () => (await import('../render/lint-manifest.ts')).loadManifestJudge(),
    };
    const version = options.consul === undefined ? undefined : consulVersion(options.consul);
    const end = await serve(streams, host, version);
    if (typeof end === 'string') throw new CommandError(`the editor's messages cannot be read on: ${end}`);
    return end === 0 ? exit.clean : exit.findings;
  },
};
