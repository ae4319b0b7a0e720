/**
 * `npm run release -- 0.2.0`: sets the version everywhere, closes the changelog, commits and tags; the workflow publishes what is tagged.
 * With `--dry-run` nothing is written, and what would be published is listed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [version, ...flags] = process.argv.slice(2);
const isDry = flags.includes('--dry-run');
const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

if (!version || !/^\d+\.\d+\.\d+$/.test(version))
  throw new Error('name the version: npm run release -- 0.2.0 [--dry-run]');
if (!isDry && run('git', 'status', '--porcelain') !== '')
  throw new Error('there are changes that are not committed');

const current = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
const today = new Date().toISOString().slice(0, 10);
const pinned = current.replaceAll('.', '\\.');

/** Files that name the release, and how. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  'package.json': (text) => text.replace(`"version": "${current}"`, `"version": "${version}"`),
  'package-lock.json': (text) =>
    text.replaceAll(new RegExp(`("name": "consul-cfg",\\s+"version": )"${pinned}"`, 'g'), `$1"${version}"`),
  'CHANGELOG.md': (text) => text.replace('## [Unreleased]', `## [Unreleased]\n\n## [${version}] - ${today}`),
  'editors/vscode/package.json': (text) => text.replace(`"version": "${current}"`, `"version": "${version}"`),
  'action.yml': (text) => text.replace(`default: ${current}`, `default: ${version}`),
  ...Object.fromEntries(
    run('git', 'ls-files', 'README.md', 'docs')
      .split('\n')
      .filter((file) => file.endsWith('.md'))
      .map((file) => [
        file,
        (text: string) =>
          text.replaceAll(new RegExp(`(consul-cfg@v?|rev: v)${pinned}\\b`, 'g'), `$1${version}`),
      ]),
  ),
};

for (const [file, change] of Object.entries(changes)) {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) continue;
  console.log(`${isDry ? 'would change' : 'changed'} ${file}`);
  if (!isDry) writeFileSync(file, after);
}

if (isDry) {
  console.log(`would commit and tag v${version}; would publish:`);
  const [pack] = JSON.parse(run('npm', 'pack', '--dry-run', '--ignore-scripts', '--json')) as {
    size: number;
    unpackedSize: number;
    files: { path: string; size: number }[];
  }[];
  for (const { path, size } of pack!.files) console.log(`  ${String(size).padStart(8)} ${path}`);
  console.log(`packed ${pack!.size}, unpacked ${pack!.unpackedSize}, ${pack!.files.length} files`);
} else {
  run('git', 'commit', '-qam', `Release ${version}`);
  run('git', 'tag', '-a', `v${version}`, '-m', `v${version}`);
  console.log(`tagged v${version}; git push --follow-tags publishes it`);
}
