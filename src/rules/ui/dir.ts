import { rule } from '../rule.ts';
export const uiDir = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ui/dir',
  severity: 'error',
  options: ['ui_config.enabled', 'ui_config.dir'],
  docs: { summary: 'Either the built-in UI or one’s own files are served.' },
  run: ({ config }, report) => {
    if (!config.bool('ui_config.enabled') || !config.string('ui_config.dir')) return;
    report({
      path: 'ui_config.dir',
      message:
        'ui_config.dir and ui_config.enabled exclude each other: own files, or the built-in UI. Remove one',
      related: [{ path: 'ui_config.enabled', message: 'the built-in UI is enabled here' }],
    });
  },
});
