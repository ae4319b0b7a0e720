/** How manifests of Kubernetes are distinguished from other YAML before one is read. */
import type { Kind } from '../source.ts';
import { yamlKey } from '../yaml-key.ts';

const startsPods = yamlKey('kind', `[ \\t]*["']?(?:StatefulSet|Deployment|DaemonSet)\\b`);
const hasApiVersion = yamlKey('apiVersion');

export const kubernetesKind: Kind = {
  name: 'kubernetes',
  mayBeNamed: (path) => /\.ya?ml$/.test(path),
  mayHold: (text) => /consul/i.test(text) && startsPods.test(text) && hasApiVersion.test(text),
  load: async () => (await import('./reader.ts')).readKubernetes,
};
