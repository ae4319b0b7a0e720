/** Kinds of files that configure Consul in languages without a parser at hand: they are named where files are listed. */
import type { Kind, Read } from '../source.ts';

interface Unread extends Pick<Kind, 'name' | 'mayBeNamed' | 'mayHold'> {
  readonly why: string;
}

const kinds: readonly Unread[] = [
  {
    name: 'nixos',
    why: 'its options are an expression of Nix',
    mayBeNamed: (path) => /\.nix$/.test(path),
    mayHold: (text) => /\bservices\.consul\b|\bconsul\s*=\s*\{|\bconsul\.(?:enable|extraConfig)\b/.test(text),
  },
  {
    name: 'puppet',
    why: 'its options are an expression of Puppet',
    mayBeNamed: (path) => /\.pp$/.test(path),
    mayHold: (text) => /\bconfig_hash\b|\bclass\s*\{\s*["']:{0,2}consul["']/.test(text),
  },
  {
    name: 'nomad',
    why: 'a job of Nomad decides what it gives the agent',
    mayBeNamed: (path) => /\.nomad(?:\.hcl)?$|(?:nomad|jobs?)\/[^/]*\.hcl$/.test(path),
    mayHold: (text) =>
      /^[ \t]*job\s+"/m.test(text) &&
      /\bimage\s*=\s*"(?:[\w.-]+\/)*consul(?:-enterprise)?(?:[":@])|\bcommand\s*=\s*"[\w/]*consul"|\bconsul\s+agent\b/.test(
        text,
      ),
  },
];

export const unreadKinds: readonly Kind[] = kinds.map(({ why, ...kind }) => {
  const read: Read = (source) => ({
    kind: kind.name,
    source,
    texts: [source],
    agents: [],
    unread: why,
    isWhole: false,
  });
  return { ...kind, load: () => Promise.resolve(read) };
});
