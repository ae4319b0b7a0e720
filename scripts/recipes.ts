/**
 * Runs what docs/pre-commit.md and docs/ci.md show for lefthook, husky and GitLab, as it is written there, with the real programs
 * and the package that `npm pack` makes. npm fetches the programs, so this is not part of the tests.
 *
 *     npm run build && npm run recipes
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const hookManagers = ['lefthook@2', 'husky@9', 'lint-staged@16'];
const right = 'datacenter = "dc1"\nnode_name  = "a"\n';
const untidy = 'datacenter="dc1"\nnode_name = "a"\n';
const wrong = 'datacenter = "dc1"\ndata_dri   = "/opt/consul"\n';

const base = mkdtempSync(join(tmpdir(), 'consul-cfg-recipes-'));
const packed = join(
  base,
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', base], {
    encoding: 'utf8',
  }).trim(),
);

/** The block of a page below a heading. */
function block(page: string, heading: string, language: string): string {
  const text = readFileSync(page, 'utf8').split(`## ${heading}\n`)[1];
  const found = text && new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (!found) throw new Error(`${page} shows no ${language} below ${heading}`);
  return found;
}

function repositoryWith(
  name: string,
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): string {
  const folder = join(base, name);
  mkdirSync(join(folder, 'consul.d'), { recursive: true });
  const all = { 'package.json': '{}', ...files };
  for (const [path, text] of Object.entries(all)) writeFileSync(join(folder, path), text);
  run(folder, 'git', 'init', '--quiet');
  run(folder, 'git', 'config', 'user.email', 'recipes@example.net');
  run(folder, 'git', 'config', 'user.name', 'recipes');
  run(folder, 'npm', 'install', '--save-dev', '--no-audit', '--no-fund', packed, ...packages);
  return folder;
}

function run(cwd: string, program: string, ...args: string[]): void {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}

interface Commit {
  readonly isMade: boolean;
  readonly output: string;
}

function commit(folder: string, text: string): Commit {
  writeFileSync(join(folder, 'consul.d/consul.hcl'), text);
  run(folder, 'git', 'add', 'consul.d');
  const { status, stdout, stderr } = spawnSync('git', ['commit', '--message', 'change'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { isMade: status === 0, output: stdout + stderr };
}

function check(what: string, holds: boolean, output: string): void {
  console.log(`${holds ? 'right' : 'WRONG'}  ${what}`);
  if (holds) return;
  console.log(output);
  process.exitCode = 1;
}

const committed = (folder: string): string =>
  execFileSync('git', ['show', 'HEAD:consul.d/consul.hcl'], { cwd: folder, encoding: 'utf8' });

function checkCommits(name: string, folder: string): void {
  const refused = commit(folder, wrong);
  check(
    `${name} refuses a wrong option, and names it`,
    !refused.isMade && /data_dri/.test(refused.output),
    refused.output,
  );
  const tidied = commit(folder, untidy);
  check(`${name} lays out what is committed`, tidied.isMade && committed(folder) === right, tidied.output);
}

function checkGitLab(folder: string, text: string, expected: number): void {
  writeFileSync(join(folder, 'consul.d/consul.hcl'), text);
  const job = parse(block('docs/ci.md', 'GitLab CI', 'yaml'))['consul-cfg'];
  const script = (job.script as string[]).join('\n').replace(/npx --yes consul-cfg@\S+/g, 'npx consul-cfg');
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', script], { cwd: folder, encoding: 'utf8' });
  const artifacts = [
    ...Object.values(job.artifacts.reports as Record<string, string>),
    ...job.artifacts.paths,
  ];
  const isThere = artifacts.every((file) => existsSync(join(folder, file)));
  check(
    `GitLab's job exits ${expected} with every artifact`,
    status === expected && isThere,
    stdout + stderr,
  );
}

try {
  const lefthook = repositoryWith('lefthook', hookManagers, {
    'lefthook.yml': block('docs/pre-commit.md', 'lefthook', 'yaml'),
  });
  run(lefthook, 'npx', 'lefthook', 'install');
  checkCommits('lefthook', lefthook);

  const husky = repositoryWith('husky', hookManagers, {
    'package.json': block('docs/pre-commit.md', 'husky and lint-staged', 'json'),
  });
  run(husky, 'npx', 'husky', 'init');
  const hook = /`\.husky\/pre-commit` holds `([^`]+)`/.exec(readFileSync('docs/pre-commit.md', 'utf8'))?.[1];
  if (!hook) throw new Error('docs/pre-commit.md shows no .husky/pre-commit');
  writeFileSync(join(husky, '.husky/pre-commit'), `${hook}\n`);
  checkCommits('husky', husky);

  const gitLab = repositoryWith('gitlab', [], {});
  checkGitLab(gitLab, right, 0);
  checkGitLab(gitLab, wrong, 1);
} finally {
  rmSync(base, { recursive: true });
}
