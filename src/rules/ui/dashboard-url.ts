import { texts } from '../forms/values.ts';
import { isWeb } from './support/ui.ts';

export const uiDashboardUrl = texts({
  id: 'ui/dashboard-url',
  options: ['ui_config.dashboard_url_templates.{}'],
  docs: {
    summary: 'A dashboard is not an http:// or https:// URL.',
    rationale: 'The agent refuses other values in ui_config.dashboard_url_templates.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  dashboard_url_templates {\n' +
        '    service = "grafana.example.com/services"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  dashboard_url_templates {\n' +
        '    service = "https://grafana.example.com/services"\n  }\n}\n',
    },
  },
  wants: 'an http:// or https:// URL',
  accepts: isWeb,
});
