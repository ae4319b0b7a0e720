/**
 * Builds a package that is installed from its repository, as pre-commit does. npm runs this in every checkout; one that
 * is built already is left alone. In a global installation npm forgets the development dependencies
 * (https://github.com/npm/cli/issues/8440), so they are fetched here.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));

const npm = (...args) =>
  execFileSync('npm', [...args, '--global=false', '--force=false'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });

if (!existsSync(bin['consul-cfg'])) {
  if (!existsSync('node_modules/tsup')) npm('ci', '--include=dev', '--ignore-scripts');
  npm('run', '--silent', 'build');
}
