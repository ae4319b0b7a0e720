/** `completion`: what a shell needs to complete commands, flags and their values. */
import { own } from '../../util/collections.ts';
import type { Command } from '../command.ts';
import { completedCommands, shells } from '../completion.ts';
import { exit, usageError } from '../io.ts';

export const command: Command = {
  arguments: '<shell>',
  words: async () => Object.keys(shells),
  description: `Prints a script for ${Object.keys(shells).join(', ')}: save it where the shell looks for completions, or load it at once.`,
  flags: [],
  examples: [
    { line: 'source <(consul-cfg completion bash)', does: 'complete in this bash session' },
    {
      line: 'consul-cfg completion fish > ~/.config/fish/completions/consul-cfg.fish',
      does: 'complete in every fish session',
    },
  ],
  run: async ([shell = ''], _options, io, entries) => {
    const print = own(shells, shell);
    if (!print) throw usageError(`no completion for ${shell}; known: ${Object.keys(shells).join(', ')}`);
    io.stdout.write(print(await completedCommands(entries)));
    return exit.clean;
  },
};
