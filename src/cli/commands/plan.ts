/** `plan`: what a manifest changes on which host, what each change asks for, and in which order. */
import { InputError } from '../../index.ts';
import { rollOut, rollOutPage } from '../../node.ts';
import { printableJson } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exit, type Io, writeData } from '../io.ts';
import { attempt, manifestHints } from '../print/failure.ts';
import { printOnStderr } from '../print/report.ts';
import { rollOutText } from '../print/roll-out.ts';
import { namedOrUsual, readInput } from '../render/input.ts';

interface Options {
  readonly against?: string;
  readonly format: 'text' | 'json' | 'html';
}

export const command: Command<Options> = {
  arguments: '[manifest...]',
  description:
    'Compares the files that a manifest renders with those that were rendered last, or with a directory of what the hosts have ' +
    '(one directory for each, as `render` writes them). Reports for every host which options change and what each asks for: ' +
    'nothing, a reload, a restart; and the steps in their order: one server at a time, the leader last, clients after them. ' +
    'Writes nothing, makes no keys, and shows no secrets.',
  flags: [
    { flags: '--against <dir>', docs: 'the files that the hosts have (default: rendered)' },
    {
      flags: '-f, --format <format>',
      docs: 'how to print it',
      choices: ['text', 'json', 'html'],
      default: 'text',
    },
  ],
  examples: [
    { line: 'consul-cfg plan cluster.yaml', does: 'see what a change of the manifest asks of every host' },
    {
      line: 'consul-cfg plan cluster.yaml --against deployed --format html > plan.html',
      does: 'a page for who has to agree, against the files that were fetched from the hosts',
    },
  ],
  run,
};

async function run(paths: readonly string[], { against, format }: Options, io: Io): Promise<ExitCode> {
  const manifests = await readInput(namedOrUsual(paths, {}, io), {}, io);
  try {
    const asked = { cwd: io.cwd, env: io.env, against };
    const { report: _, ...found } = await attempt(() => rollOut(manifests, asked), { hints: manifestHints });
    if (format === 'text') io.stdout.write(rollOutText(found));
    else writeData(io.stdout, format === 'html' ? rollOutPage(found) : `${printableJson(found, 2)}\n`);
    return exit.clean;
  } catch (error) {
    if (!(error instanceof InputError) || !error.report) throw error;
    await printOnStderr(error.report, io);
    return exit.findings;
  }
}
