/** How manifests of Kubernetes are distinguished from other YAML before one is read. */
import type { Kind } from '../source.ts';

export const kubernetesKind: Kind = {
  name: 'kubernetes',
  mayBeNamed: (path) => /\.ya?ml$/.test(path),
  mayHold: (text) =>
    /consul/i.test(text) &&
    /^[ \t]*(?:- )?kind:\s*["']?(?:StatefulSet|Deployment|DaemonSet)\b/m.test(text) &&
    /^[ \t]*(?:- )?apiVersion:/m.test(text),
  load: async () => (await import('./reader.ts')).readKubernetes,
};
