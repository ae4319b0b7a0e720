import packageJson from '../../package.json' with { type: 'json' };

/** The text of a bug, for a terminal and for the log of an editor. */
export function bugText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `consul-cfg: this is a bug, please report it with the lines below at ${packageJson.bugs}\nconsul-cfg ${packageJson.version}\n${text}\n`;
}
