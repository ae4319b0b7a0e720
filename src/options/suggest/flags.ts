/** Names of the flags of `consul agent`, which people write as keys of a file. */
import { once } from '../../util/memo.ts';
import { agent } from '../agent.ts';
import { type Found, findOption, walk } from '../lookup.ts';

/** The option that a flag sets, by the name of the flag with underscores; a deprecated one gives what replaces it. */
export const flagged = (name: string): Found | undefined => flags().get(name);

/** Flags that no file can set, and why. */
export const onlyFlags: Readonly<Record<string, string>> = {
  config_dir: 'it is a flag of the command line only: a file cannot name further files to read',
  config_file: 'it is a flag of the command line only: a file cannot name further files to read',
  config_format: 'it is a flag of the command line only: the format follows from the name of the file',
  dev: 'it is a flag of the command line only, and keeps nothing on disk',
  hcl: 'it is a flag of the command line only: write its options into the file',
};

const flags = once((): ReadonlyMap<string, Found> => {
  const found = new Map<string, Found>();
  walk(agent, (option) => {
    const { flag, deprecated } = option.option;
    if (flag === undefined) return;
    const now = deprecated?.use === undefined ? option : findOption(deprecated.use);
    if (now) found.set(flag.slice(1).replaceAll('-', '_'), now);
  });
  return found;
});
