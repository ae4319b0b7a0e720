import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { basicName } from './support/ui.ts';

export const uiDashboardName = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ui/dashboard-name',
  severity: 'error',
  options: ['ui_config.dashboard_url_templates'],
  docs: { summary: 'Dashboards are named in lower case: letters, digits, - and _.' },
  run: ({ config }, report) => {
    const templates = config.value('ui_config.dashboard_url_templates');
    if (templates?.kind !== 'object') return;
    for (const { name, value } of templates.members.values()) {
      const path = `ui_config.dashboard_url_templates.${name}`;
      if (!basicName.test(name))
        report({
          path,
          value,
          message: `ui_config.dashboard_url_templates has the key ${quote(name)}; keys are lower-case letters, digits, - and _`,
        });
    }
  },
});
