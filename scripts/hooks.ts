/**
 * Writes the repository of the pre-commit hooks, which holds no code: pre-commit installs the package of npm with it, in seconds,
 * where it would build the command from this repository with all of its tools.
 *
 *     npm run hooks -- DIRECTORY [PACKAGE]
 *
 * DIRECTORY is a checkout of that repository, or empty. PACKAGE is what npm installs, such as a file of `npm pack`; by default
 * the version of this package.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ofPackage] = process.argv.slice(2);
if (!folder) throw new Error('name the directory: npm run hooks -- DIRECTORY');
const name = 'consul-cfg-pre-commit';
mkdirSync(folder, { recursive: true });
const isOurs = (): boolean => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === name;
if (
  readdirSync(folder).some((file) => file !== '.git') &&
  !(existsSync(join(folder, 'package.json')) && isOurs())
)
  throw new Error(`${folder} holds something else`);

const { version, license, repository } = JSON.parse(readFileSync('package.json', 'utf8'));
const dependency = ofPackage ?? `consul-cfg@${version}`;
const packageJson = {
  name,
  version,
  private: true,
  description: 'The pre-commit hooks of consul-cfg',
  license,
  repository,
};
// pre-commit installs this package for all users of its environment, where only commands of the packages that it names are found.
const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8').replaceAll(
  /^ {2}language: node$/gm,
  `$&\n  additional_dependencies: [${JSON.stringify(dependency)}]`,
);
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageJson, null, 2)}\n`);
writeFileSync(join(folder, '.pre-commit-hooks.yaml'), hooks);
copyFileSync('LICENSE', join(folder, 'LICENSE'));
writeFileSync(
  join(folder, 'README.md'),
  `# pre-commit hooks of consul-cfg

\`\`\`yaml
repos:
  - repo: https://github.com/consul-cfg/pre-commit
    rev: v${version}
    hooks:
      - id: consul-cfg-lint
\`\`\`

Made by the release of [consul-cfg](https://github.com/consul-cfg/consul-cfg), whose
[docs/pre-commit.md](https://github.com/consul-cfg/consul-cfg/blob/v${version}/docs/pre-commit.md) describes the hooks.
`,
);
