/** `--tar`: the files of one node as an archive. */
import { type LoadedManifest, nodeFiles, tar } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { type ExitCode, exit, type Io, writeRaw } from '../io.ts';

export function archive(
  node: string,
  { files }: LoadedManifest,
  { withPatroni }: { readonly withPatroni?: boolean },
  io: Io,
): ExitCode {
  const own = nodeFiles(files, node, { withPatroni: true }).length;
  const left = own - nodeFiles(files, node, { withPatroni }).length;
  if (left > 0) io.stderr.write(withoutPatroni(left));
  const bytes = tar(files, node, { withPatroni });
  writeRaw(io.stdout, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return exit.clean;
}

/** A Patroni with another store takes Consul at its next restart once they are there, and finds it empty. */
const withoutPatroni = (count: number): string =>
  `left out ${plural(count, 'file')} of Patroni, which make it use Consul: the runbook copies them where there is no other store; ` +
  'or add --with-patroni\n';
