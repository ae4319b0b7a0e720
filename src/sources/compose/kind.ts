/** How compose files are distinguished from others before one is read. */
import type { Kind } from '../source.ts';
import { yamlKey } from '../yaml-key.ts';

const startsContainers = yamlKey('image|build');

export const composeKind: Kind = {
  name: 'compose',
  mayBeNamed: (path) => /\.ya?ml$/.test(path) && !/(?:^|[./-])override\.ya?ml$/.test(path),
  mayHold: (text) =>
    /consul/i.test(text) &&
    startsContainers.test(text) &&
    // An object of Kubernetes, some of which are large.
    !/^apiVersion:/m.test(text),
  load: async () => (await import('./reader.ts')).readCompose,
};
