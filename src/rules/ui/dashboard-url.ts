import { texts } from '../forms/values.ts';
import { isWeb } from './support/ui.ts';

export const uiDashboardUrl = texts({
  id: 'ui/dashboard-url',
  options: ['ui_config.dashboard_url_templates.{}'],
  docs: { summary: 'A dashboard is an HTTP or HTTPS URL.' },
  wants: 'an http:// or https:// URL',
  accepts: isWeb,
});
