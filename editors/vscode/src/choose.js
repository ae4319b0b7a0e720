/** Which language server runs: the one that is set, the one of the workspace where it is trusted, or the one that comes along. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** What a workspace that installed the package has. */
const program = join('node_modules', 'consul-cfg', 'dist', 'cli', 'cli.cjs');

/**
 * @param {{ command: string, folders: readonly string[], isTrusted: boolean, bundled: string }} from
 *   `command` is a program that the user has set; empty where none is
 * @returns {{ origin: string, command?: string, module?: string, args: readonly string[] }} a program, or a module of Node
 */
exports.chooseServer = ({ command, folders, isTrusted, bundled }) => {
  const args = ['lsp', '--stdio'];
  if (command !== '') return { origin: command, command, args };
  // A folder from elsewhere must not choose what runs.
  const own = isTrusted ? folders.map((folder) => join(folder, program)).find(existsSync) : undefined;
  if (own) return { origin: own, module: own, args };
  return { origin: 'the one that comes with the extension', module: bundled, args };
};
