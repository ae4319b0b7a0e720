/** The two HCL parsers that Consul releases have shipped: v1.0.0 up to 1.20.1, v1.0.1-vault-7 from 1.20.2 on (go.mod). */
export interface HclOptions {
  /** The Consul release, such as `1.16`, `1.20.1`; the newest one by default. A minor means its last patch. */
  readonly consul?: string;
}

/** The older parser keeps an object whose last member it could not read, if that stopped at a `}`. */
export function swallowsErrors(options: HclOptions): boolean {
  const match = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(options.consul ?? '');
  if (!match) return false;
  const [major, minor, patch] = [
    Number(match[1]),
    Number(match[2]),
    Number(match[3] ?? Number.POSITIVE_INFINITY),
  ];
  return major < 1 || (major === 1 && (minor < 20 || (minor === 20 && patch < 2)));
}
