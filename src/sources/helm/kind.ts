/** How values of the official chart are distinguished from other YAML before one is read. */
import type { Kind } from '../source.ts';

export const helmKind: Kind = {
  name: 'helm',
  mayBeNamed: (path) => /\.ya?ml$/.test(path),
  mayHold: (text) =>
    /^[ \t]*(?:connectInject|syncCatalog|bootstrapExpect|gossipEncryption|manageSystemACLs|bootstrapACLs|imageK8S):/m.test(
      text,
    ) && /^[ \t]*(?:server|client):/m.test(text),
  load: async () => (await import('./reader.ts')).readHelmValues,
};
