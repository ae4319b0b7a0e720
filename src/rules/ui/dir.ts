import { rule } from '../rule.ts';

export const uiDir = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ui/dir',
  severity: 'error',
  options: ['ui_config.enabled', 'ui_config.dir'],
  docs: {
    summary: 'ui_config.enabled and ui_config.dir are both set.',
    rationale:
      'The agent serves either its built-in UI (enabled) or the files of a directory (dir), and refuses both together.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  dir = "/opt/consul-ui"\n}\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nui_config {\n  dir = "/opt/consul-ui"\n}\n' },
  },
  run: ({ config }, report) => {
    if (!config.bool('ui_config.enabled') || !config.string('ui_config.dir')) return;
    report({
      path: 'ui_config.dir',
      message:
        'ui_config.dir and ui_config.enabled exclude each other: the agent serves the files of that directory or the ' +
        'built-in UI; remove one of them',
      related: [{ path: 'ui_config.enabled', message: 'this enables the built-in UI' }],
    });
  },
});
