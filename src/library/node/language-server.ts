/** The language server, for editors that are programs of one's own. */
import type { Readable, Writable } from 'node:stream';
import { machineFiles } from '../../app/machine/files.ts';
import { checkOptions } from '../given/options.ts';
import { releaseOf } from '../given/release.ts';
import { directoryOf, type PathOptions, pathOptions } from './paths.ts';

export interface LanguageServerOptions extends PathOptions {
  /** The release to lint for. Default: what settings, units and other files state, else the newest. */
  readonly consul?: string | undefined;
}

/**
 * Serves the Language Server Protocol on two streams, as `consul-cfg lsp` does, until the client ends it. The result is 0
 * where the client sent `shutdown` before it left, else 1, or a text: why its messages cannot be read further.
 */
export async function serveLanguageServer(
  streams: { readonly input: Readable; readonly output: Writable },
  options: LanguageServerOptions = {},
): Promise<0 | 1 | string> {
  checkOptions('serveLanguageServer()', options, { ...pathOptions, consul: 'any' });
  const { consul } = options;
  const version = consul === undefined ? undefined : releaseOf('serveLanguageServer()', consul);
  const { serve } = await import('../../lsp/protocol/server.ts');
  return serve(streams, machineFiles(directoryOf(options)), version);
}
