/** This machine, for rules that look at it; loaded only with `--on-host`. */

import { disk } from '../../model/load/disk.ts';
import { assumedHost } from '../../model/load/host.ts';
import { thisHost } from '../../model/load/this-host.ts';
import type { Machine } from '../../subjects/machine/machine.ts';

/** Environment and limits are those of the caller's shell, not of the agent: nothing is concluded from them. */
export function thisMachine(): Machine {
  const { addresses, name } = thisHost({});
  return { ...assumedHost, addresses, name, assumed: false, files: disk, now: Date.now() };
}
