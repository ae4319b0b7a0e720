import type { Fix } from '../../finding.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import {
  killSignal,
  leavingCommand,
  removeDirective,
  setDirective,
  stopOf,
  stopSignal,
} from '../../subjects/unit/service.ts';
import type { Directive } from '../../text/systemd.ts';
import { rule } from '../rule.ts';

export const leavesOnStop = rule({
  id: 'unit/leaves-on-stop',
  scope: 'unit',
  source: 'unit',
  severity: {
    default: 'warning',
    info:
      'where KillSignal=SIGINT and skip_leave_on_interrupt is not set, so that only its default keeps the ' +
      'server in the cluster',
  },
  options: ['leave_on_terminate', 'skip_leave_on_interrupt'],
  fix: 'safe',
  docs: {
    summary: 'Stopping the unit takes the server out of the cluster.',
    rationale:
      'A server that leaves gives up its seat in Raft: with three of them, two restarts at once cost the quorum. ' +
      'ExecStop=consul leave, KillSignal=SIGINT with skip_leave_on_interrupt = false, and SIGTERM with ' +
      'leave_on_terminate = true all make it leave.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nExecStop=/usr/bin/consul leave\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nSuccessExitStatus=1\n',
    },
  },
  run({ unit, node }, report) {
    if (!isServer(node)) return;
    const stop = stopOf(unit, node);
    if (stop === 'stays') {
      const signal = stopSignal(unit)?.directive;
      if (signal && killSignal(unit) === 'SIGINT' && !node.config.get('skip_leave_on_interrupt')) {
        report({ at: signal.at, severity: 'info', message: heldByDefault, ...fixTo(signal) });
      }
      return;
    }
    const isLeave = stop === 'leaves by ExecStop';
    const directive = leavingCommand(unit) ?? stopSignal(unit)?.directive;
    const loses = 'the server gives up its seat in the cluster at every stop';
    if (stop === 'leaves by SIGTERM' || !directive) {
      report({
        at: node.config.at('leave_on_terminate'),
        path: 'leave_on_terminate',
        message: `systemd stops the unit with SIGTERM, and leave_on_terminate is true: ${loses}; write false`,
        related: [{ at: unit.start.at, message: 'the unit that stops it' }],
      });
      return;
    }
    report({
      at: directive.at,
      message: isLeave
        ? `ExecStop leaves the cluster: ${loses}; remove the line`
        : `the unit stops the agent with SIGINT, and skip_leave_on_interrupt is false: ${loses}; write SIGTERM`,
      ...(isLeave
        ? { fix: { title: 'Remove ExecStop', safe: true, edits: [removeDirective(directive)] } }
        : fixTo(directive)),
    });
  },
});

const heldByDefault =
  'SIGINT makes an agent leave; only the default of skip_leave_on_interrupt keeps this server in ' +
  'the cluster; write SIGTERM, which does not depend on it';

/** Of a command line that sends the signal, only people know what else it does. */
const fixTo = (directive: Directive): { readonly fix?: Fix } =>
  directive.name === 'KillSignal'
    ? {
        fix: {
          title: 'Write KillSignal=SIGTERM',
          safe: true,
          edits: [setDirective(directive, 'SIGTERM')],
        },
      }
    : {};
