/** `--config-format`, as `consul` takes it. */
import type { ConfigFormat } from '../../model/load/file.ts';
import { CommandError, type ExitCode } from '../io.ts';

/** Empty counts as absent, as for `consul validate`. */
export function configFormat(text: string | undefined, code: ExitCode): ConfigFormat | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'json' || text === 'hcl') return text;
  throw new CommandError(`--config-format must be json or hcl, not ${text}`, code);
}
