/**
 * Prints what the package is made of as CycloneDX: the packages that are bundled into it, at the versions of the lock file. npm
 * makes it from a package that depends on exactly those, since they are development dependencies here.
 *
 *     npm run build && npm run --silent sbom > consul-cfg.cdx.json
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
const bundled = [...notices.matchAll(/^(\S+) (\d+\.\d+\.\d+\S*) \([^)]+\)$/gm)].map(
  ([, bundledName, bundledVersion]) => [bundledName!, bundledVersion!] as const,
);
if (bundled.length === 0) throw new Error('dist/THIRD-PARTY-NOTICES.txt names no package; run npm run build');

interface Bom {
  components: { readonly name: string; readonly 'bom-ref': string }[];
  dependencies: { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const isBundled = (one: string): boolean => bundled.some(([bundledName]) => bundledName === one);
const folder = mkdtempSync(join(tmpdir(), 'consul-cfg-sbom-'));
const npm = (...args: string[]): string => execFileSync('npm', args, { cwd: folder, encoding: 'utf8' });
try {
  copyFileSync('package-lock.json', join(folder, 'package-lock.json'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version, license, dependencies: Object.fromEntries(bundled) }),
  );
  npm('install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund');
  const bom = JSON.parse(npm('sbom', '--package-lock-only', '--sbom-format', 'cyclonedx')) as Bom;
  // A dependency of theirs that the bundle has no part of is not in the package.
  const others = new Set(bom.components.filter((one) => !isBundled(one.name)).map((one) => one['bom-ref']));
  bom.components = bom.components.filter((one) => !others.has(one['bom-ref']));
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => !others.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => !others.has(one)) }));
  process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
