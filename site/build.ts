/** Builds the playground into dist/playground/: a page, its script, its worker and its style. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const out = resolve(import.meta.dirname, 'dist/playground');

/** What the sources take from Node, as far as the playground reaches it. */
const forBrowsers: Plugin = {
  name: 'for-browsers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:path$/ }, () => ({ path: resolve(root, 'src/util/posix-path.ts') }));
    onResolve({ filter: /^vscode-languageserver\/node$/ }, () => ({
      path: resolve(import.meta.dirname, 'node_modules/vscode-languageserver-types/lib/esm/main.js'),
    }));
    onResolve({ filter: /^node:url$/ }, () => ({ path: 'url', namespace: 'none' }));
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({
      contents:
        'export const fileURLToPath = String; export const pathToFileURL = (path) => ({ href: path });',
    }));
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: {
    playground: resolve(import.meta.dirname, 'src/main.ts'),
    worker: resolve(import.meta.dirname, 'src/worker/worker.ts'),
  },
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  splitting: true,
  outdir: out,
  nodePaths: [resolve(root, 'node_modules')],
  plugins: [forBrowsers],
  define: { EXAMPLES: JSON.stringify(examples()) },
});
for (const file of ['index.html', 'style.css'])
  cpSync(resolve(import.meta.dirname, file), resolve(out, file));

/** The examples of the repository as files by name. */
function examples(): Record<string, Record<string, string>> {
  const read = (path: string): string => readFileSync(resolve(root, 'examples', path), 'utf8');
  return {
    'A file with mistakes': {
      'consul.hcl':
        'server = true\nbootstrap_expect = 2\ndata_dri = "/opt/consul"\nretry_join = ["10.0.0.1", "10.0.0.2:8300"]\n',
    },
    'One server': { 'config.json': read('how-to/config.json') },
    'A store for Patroni (manifest)': { 'cluster.yaml': read('patroni/cluster.yaml') },
    'TLS and ACLs (manifest)': { 'cluster.yaml': read('tls-acl/cluster.yaml') },
    'Three servers that never elect a leader': Object.fromEntries(
      ['1', '2', '3'].map((n) => [
        `srv${n}/consul.hcl`,
        `node_name = "srv${n}"\nserver = true\nbootstrap_expect = 2\ndata_dir = "/opt/consul"\nbind_addr = "10.0.0.${n}"\nretry_join = ["10.0.0.1", "10.0.0.${n === '3' ? '4' : '2'}"]\n`,
      ]),
    ),
  };
}

writeFileSync(resolve(out, '.nojekyll'), '');
