/** `npm run reproducible`: packs HEAD twice from clean clones, and compares the archives byte for byte. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

function packed(): string {
  const base = mkdtempSync(join(tmpdir(), 'consul-cfg-pack-'));
  try {
    execFileSync('git', ['clone', '-q', '.', join(base, 'clone')]);
    const cwd = join(base, 'clone');
    // The same dependencies in both: what is compared is the build.
    symlinkSync(resolve('node_modules'), join(cwd, 'node_modules'));
    execFileSync('npm', ['run', '--silent', 'build'], { cwd, stdio: 'inherit' });
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', base], { cwd });
    const archive = readdirSync(base).find((name) => name.endsWith('.tgz'))!;
    return createHash('sha512')
      .update(readFileSync(join(base, archive)))
      .digest('base64');
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

const [first, second] = [packed(), packed()];
console.log(`sha512-${first}`);
if (first !== second) throw new Error(`the second is sha512-${second}`);
console.log('the same twice');
