/** Parts of bundled packages that the command never needs. */
import type { Plugin } from 'esbuild';

const empty = (name: string, filter: RegExp, of = /.*/): Plugin => ({
  name,
  setup(build) {
    build.onResolve({ filter }, ({ importer }) =>
      of.test(importer) ? { path: 'none', namespace: name } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents: 'module.exports = {}' }));
  },
});

/** Commander can start commands that are programs of their own. Ours are not, and child_process loads sockets. */
export const noSubprocesses = empty('no-subprocesses', /^node:child_process$/, /[\\/]commander[\\/]/);

/** The template compiler asks for source-map, and does without where it is not there. */
export const noSourceMaps = empty('no-source-maps', /^source-map$/);
