/** How scripts and what they are written in are distinguished from others before one is read. */
import { posix } from 'node:path';
import type { Kind } from '../source.ts';
import { isCloudConfig } from './cloud-text.ts';

const names =
  /\.(?:sh|bash|zsh|ksh|tpl|tftpl|tmpl|tf|cfg|dockerfile)$|^(?:Dockerfile|Containerfile|Vagrantfile)(?:[.-][\w.-]+)?$/i;

/** A file without an extension may be a script. */
const likely = /consul|user-?_?data|provision|bootstrap|entrypoint|start|setup|install|^run$|^init$/i;

export const shellKind: Kind = {
  name: 'shell',
  mayBeNamed: (path) => {
    const name = posix.basename(path);
    if (/\.ya?ml$/.test(name)) return true;
    return (
      names.test(name) ||
      (/^[\w-]+$/.test(name) && likely.test(name)) ||
      /user-?_?data|cloud-?_?init/i.test(name)
    );
  },
  mayHold: (text) => /consul/i.test(text) && (isCloudConfig(text) || (!isYaml(text) && holds.test(text))),
  load: async () => (await import('./reader.ts')).readShell,
};

const holds =
  /<<|\b(?:echo|printf)\b|(?:consul|CONSUL)\S*\s+(?:\\\r?\n\s*)?agent\b|\bagent\s+(?:\\\r?\n\s*)?-|\bdocker\s+run\b|^[ \t]*(?:CMD|ENTRYPOINT)\b/m;

/** A document of YAML, which is not a script: its first line that is neither empty nor a comment has a key, or begins a list. */
function isYaml(text: string): boolean {
  if (text.startsWith('#!')) return false;
  const first = text
    .slice(0, 5000)
    .split('\n')
    .find((line) => !/^\s*(?:#|$)/.test(line));
  return first !== undefined && /^(?:---|- |["']?[\w.-]+["']?:(?:\s|$))/.test(first);
}
