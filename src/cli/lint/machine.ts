/** This machine, for rules that look at it; loaded only with `--on-host`. */
import type { Machine } from '../../lint/machine/machine.ts';
import { disk } from '../../model/disk.ts';
import { assumedHost } from '../../model/host.ts';
import { thisHost } from '../../model/this-host.ts';

/** Environment and limits are those of the caller's shell, not of the agent: nothing is concluded from them. */
export function thisMachine(): Machine {
  const { addresses, name } = thisHost({});
  return { ...assumedHost, addresses, name, assumed: false, files: disk, now: Date.now() };
}
