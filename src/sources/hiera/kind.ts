/** How data of Hiera with the configuration of an agent is distinguished from other YAML before it is read. */
import type { Kind } from '../source.ts';

export const hieraKind: Kind = {
  name: 'hiera',
  mayBeNamed: (path) => /\.(?:ya?ml|eyaml)$/.test(path),
  mayHold: (text) =>
    /^["']?(?:consul|profile::consul\w*|profiles::consul\w*)::config_hash["']?\s*:/m.test(text),
  load: async () => (await import('./reader.ts')).readHiera,
};
