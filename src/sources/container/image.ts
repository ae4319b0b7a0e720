/** What the name of an image says: whose it is, the edition and the release of Consul in it. */
import { parseVersion } from '../../options/releases/versions.ts';

export interface Image {
  readonly text: string;
  /** The vendor's, one of those that others made and that are known, or any other. */
  readonly family: 'official' | 'progrium' | 'bitnami' | undefined;
  readonly edition: 'community' | 'enterprise' | undefined;
  /** Undefined where the tag does not say it. */
  readonly release: string | undefined;
}

/** `registry/path:tag@digest`; undefined where a part that is not known may change which image it is. */
export function readImage(text: string): Image | undefined {
  const [, name = '', tag] = /^(.*?)(?::([^:/@]+|\$\{[^}]*\}))?(?:@.*)?$/.exec(text) ?? [];
  if (/[$]/.test(name)) return undefined;
  const path = name.replace(
    /^(?:docker\.io|index\.docker\.io|registry\.hub\.docker\.com|public\.ecr\.aws)\//,
    '',
  );
  const family = familyOf(path);
  return {
    text,
    family,
    edition:
      family === 'official'
        ? /-enterprise$/.test(path) || /[-+]ent\b/.test(tag ?? '')
          ? 'enterprise'
          : 'community'
        : undefined,
    release: family === undefined ? undefined : releaseOf(path, tag),
  };
}

function familyOf(path: string): Image['family'] {
  if (/^(?:library\/)?consul$|^(?:[\w.:-]+\/)*hashicorp\/consul(?:-enterprise)?$/.test(path))
    return 'official';
  if (/^(?:progrium|gliderlabs)\/consul(?:-(?:server|agent))?$/.test(path)) return 'progrium';
  return /^(?:bitnami|bitnamilegacy)\/consul$/.test(path) ? 'bitnami' : undefined;
}

/** The images that are no longer made stay at their last release. */
function releaseOf(path: string, tag: string | undefined): string | undefined {
  const number = /^v?(\d+\.\d+(?:\.\d+)?)(?![\d.])/.exec(tag ?? '')?.[1];
  if (number !== undefined) return parseVersion(number) ? number : undefined;
  if (tag !== undefined && tag !== 'latest') return undefined;
  if (/^(?:library\/)?consul$/.test(path)) return '1.15';
  return path === 'progrium/consul' ? '0.5' : undefined;
}
