/** How values of the official chart are distinguished from other YAML before one is read. */
import type { Kind } from '../source.ts';

export const helmKind: Kind = {
  name: 'helm',
  mayBeNamed: (path) => /\.ya?ml$/.test(path),
  mayHold: (text) =>
    (own.test(text) && /^[ \t]*(?:server|client):/m.test(text)) ||
    // What is laid over other values may be a few lines.
    (text.length < 20_000 && /^(?:server|client|global|consul):/m.test(text)) ||
    (/\bchart:\s*["']?(?:[\w.-]+\/)*consul\b/.test(text) && releases.test(text)),
  load: async () => (await import('./reader.ts')).readHelmValues,
};

const own =
  /^[ \t]*(?:connectInject|syncCatalog|bootstrapExpect|gossipEncryption|manageSystemACLs|bootstrapACLs|imageK8S):/m;

const releases = /^[ \t]*(?:- )?kind:\s*["']?(?:HelmRelease|Application)\b|^releases:/m;
