import { basename, dirname } from 'node:path';
import { isMachineName, isWholeMachine } from '../../subjects/agent/predicates.ts';
import type { UnitSubject } from '../../subjects/subjects.ts';
import { setDirective } from '../../subjects/unit/service.ts';
import { isEmbedded } from '../../text/source/embedded.ts';
import { rule } from '../rule.ts';

const conditions = [
  'ConditionFileNotEmpty',
  'ConditionPathExists',
  'AssertFileNotEmpty',
  'AssertPathExists',
] as const;

export const conditionFile = rule({
  id: 'unit/condition-file',
  scope: 'unit',
  source: 'unit',
  severity: {
    default: 'error',
    warning: 'where the files are not those of one machine, on which the file may be called otherwise',
  },
  unless: 'unless it is on the machine',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The unit starts only if a file is there, and it is not.',
    rationale:
      "systemd skips a unit whose condition fails without an error. The vendor's unit asks for consul.hcl, so a machine " +
      'with a config.json never starts its agent (hashicorp/consul#16637); 6 of 22 public units that ask are like that.',
    bad: {
      'srv1/etc/consul.d/consul.json': '{ "data_dir": "/var/lib/consul" }\n',
      'srv1/etc/systemd/system/consul.service':
        '[Unit]\nConditionFileNotEmpty=/etc/consul.d/consul.hcl\n\n[Service]\n' +
        'ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'srv1/etc/consul.d/consul.json': '{ "data_dir": "/var/lib/consul" }\n',
      'srv1/etc/systemd/system/consul.service':
        '[Unit]\nConditionFileNotEmpty=/etc/consul.d/consul.json\n\n[Service]\n' +
        'ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run(started, report, cluster) {
    const { unit, node } = started;
    // What else lies next to the files that a script writes is not known.
    if (isEmbedded(unit.start.at.source)) return;
    // Outside of a machine's tree a file may be called otherwise on the machine, unless the directory is that of one.
    const isShared = () => cluster?.agents.some((other) => other !== node && other.unit === unit);
    const isForSeveral = !node.tree && (isShared() || (node.host !== undefined && !isMachineName(node.host)));
    const isCertain = isWholeMachine(node);
    for (const condition of conditions) {
      for (const directive of unit.all('Unit', condition)) {
        const path = directive.value.replace(/^\|/, '');
        if (path.startsWith('!') || !isAbsent(path, started) || isForSeveral) continue;
        const present = node.files.find(
          ({ source }) => !node.tree || dirname(source.file).endsWith(dirname(path)),
        );
        const better = present && `${dirname(path)}/${basename(present.source.file)}`;
        report({
          at: directive.at,
          message: `${condition} asks for ${path}, which is not there: ${consequence(condition, isCertain)}; ${better ? `write ${better}` : 'remove the condition'}`,
          ...(!isCertain && { severity: 'warning' }),
          ...(better && {
            fix: { title: `Ask for ${better}`, safe: isCertain, edits: [setDirective(directive, better)] },
          }),
        });
      }
    }
  },
});

const consequence = (condition: string, isCertain: boolean): string =>
  `${isCertain ? '' : 'unless it is on the machine, '}` +
  `${condition.startsWith('Assert') ? 'the unit fails' : 'systemd skips the unit without an error, and the agent never starts'}`;

/** Where the files of the machine are not known, only those next to the configuration can be checked. */
function isAbsent(path: string, { unit, node }: UnitSubject): boolean {
  if (path.includes('%')) return false;
  // A script writes the file, or copies one of that name that all machines share.
  if (node.deployments?.some(({ path: file, names }) => basename(file) === basename(path) || names(path)))
    return false;
  if (node.tree) return /^\/etc\//.test(path) && !node.tree.has(path);
  const isConfigDirectory = unit.flags.configPaths.some(
    ({ text }) => text.replace(/\/$/, '') === dirname(path),
  );
  return (
    isConfigDirectory &&
    node.files.length > 0 &&
    node.files.every(({ source }) => basename(source.file) !== basename(path))
  );
}
