import { isWholeMachine } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { rule } from '../rule.ts';

export const unitConfigPath = rule({
  id: 'unit/config-path',
  scope: 'unit',
  source: 'unit',
  severity: {
    default: 'error',
    warning:
      'where the tree is not that of one machine, where a directory is not there but other paths of the command line are ' +
      '(copies and git lose empty directories), and where -data-dir replaces the data_dir of the files',
  },
  unless: 'unless it is on the machine',
  options: ['data_dir'],
  docs: {
    summary: "The unit's command line and the files do not match.",
    rationale:
      'An agent started with a -config-dir or -config-file that is not there exits; one without any reads no file at all; ' +
      'and -data-dir on the command line replaces the data_dir that the files name.',
    bad: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/systemd/system/consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul\n',
    },
    good: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/systemd/system/consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    const { configPaths, dev, open, fault } = unit.flags;
    // What follows a word that the agent refuses is a part of that mistake.
    const isLost = ({ at }: Word): boolean => fault !== undefined && at.start >= fault.at.start;
    const { tree } = node;
    const known = configPaths.filter((word) => tree && !/[$%]/.test(word.text) && !isLost(word));
    const isThere = ({ text }: Word): boolean => tree?.has(text) === true;
    for (const path of known.filter((word) => !isThere(word))) {
      // Copies and git lose empty directories, which is likelier where the rest of the command line is right.
      const mayBeEmpty = !/\.(?:hcl|json)$/.test(path.text) && known.some(isThere);
      const isCertain = isWholeMachine(node) && !mayBeEmpty;
      report({
        at: path.at,
        message:
          `${path.text} is not there: ${isWholeMachine(node) ? '' : 'unless it is on the machine, '}the agent exits; ` +
          `${mayBeEmpty ? 'make the directory' : 'write the path of the configuration'}`,
        ...(!isCertain && { severity: 'warning' }),
      });
    }
    if (configPaths.length === 0 && node.tree && node.files.length > 0 && !dev && !open) {
      report({
        at: unit.start.at,
        message:
          'this command line does not name a configuration, so that the files next to the unit are not ' +
          'read; add -config-dir',
      });
    }
    for (const { path, lost, kept } of node.config.overrides) {
      if (path !== 'data_dir' || kept.source !== unit.start.at.source) continue;
      report({
        at: spanOf(kept),
        path,
        severity: 'warning',
        message: '-data-dir replaces the data_dir of the files; keep one of them',
        related: [{ at: spanOf(lost), message: 'this has no effect' }],
      });
    }
  },
});
