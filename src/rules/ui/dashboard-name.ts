import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { basicName } from './support/ui.ts';

export const uiDashboardName = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ui/dashboard-name',
  severity: 'error',
  options: ['ui_config.dashboard_url_templates'],
  docs: {
    summary: 'The name of a dashboard has characters other than a-z, 0-9, - and _.',
    rationale:
      'The agent refuses such a key in ui_config.dashboard_url_templates, and an empty one. The UI uses ' +
      'the one called `service`.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  dashboard_url_templates {\n' +
        '    Service = "https://grafana.example.com/services"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  dashboard_url_templates {\n' +
        '    service = "https://grafana.example.com/services"\n  }\n}\n',
    },
  },
  run: ({ config }, report) => {
    const templates = config.value('ui_config.dashboard_url_templates');
    if (templates?.kind !== 'object') return;
    for (const { name, value } of templates.members.values()) {
      const path = `ui_config.dashboard_url_templates.${name}`;
      if (!basicName.test(name))
        report({
          path,
          value,
          message: `ui_config.dashboard_url_templates has the key ${quote(name)}, which the agent refuses; write lower-case letters, digits, - and _`,
        });
    }
  },
});
