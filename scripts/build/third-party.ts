/** The licences of packages that go into a bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param inputs the files of a bundle, as esbuild lists them */
export function thirdPartyNotices(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  const byName = new Map([...folders].map((folder) => [folder.replace(/^.*node_modules\//, ''), folder]));
  const notices = [...byName].sort().map(([name, folder]) => {
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} ships no licence text`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}
