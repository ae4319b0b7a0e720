/** The web UI. */

import { isJsonObject } from '../grammar/json.ts';
import { parseUrl } from '../grammar/url.ts';
import { each } from '../select.ts';
import { type Check, quote } from './check.ts';
import { texts } from './values.ts';

const basicName = /^[a-z0-9_-]+$/;

const isWeb = (text: string): boolean => /^https?$/.test(parseUrl(text)?.scheme ?? '');

/** An absolute path and nothing else: no host, query, fragment or escapes. */
function isPlainPath(text: string): boolean {
  const url = parseUrl(text);
  if (!url || !text.startsWith('/')) return false;
  return url.path === text && url.host === '' && !url.hasUser && url.query === '' && url.fragment === '';
}

/** With exactly one slash at either end, as the agent serves it. */
const served = (path: string): string =>
  path === '' ? '/ui/' : `/${path.replace(/^\/+|(?<!\/)\/+$/g, '')}/`;

const contentPath: Check = texts({
  id: 'agent/ui-content-path',
  options: ['ui_config.content_path'],
  docs: 'Where the UI is served: letters, digits, - and _, and not a version such as /v1/, which is the API.',
  wants: 'a path of letters, digits, - and _ that is not /v and a number',
  accepts: (text) => /^[A-Za-z0-9/_-]+$/.test(served(text)) && !/^\/v\d+\/$/.test(served(text)),
});

const dashboardKeys: Check = {
  id: 'agent/dashboard-name',
  severity: 'error',
  options: ['ui_config.dashboard_url_templates'],
  docs: 'Dashboards are named in lower case: letters, digits, - and _.',
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
};

const ownAssets: Check = {
  id: 'agent/ui-dir',
  severity: 'error',
  options: ['ui_config.enabled', 'ui_config.dir'],
  docs: 'Either the built-in UI or one’s own files are served.',
  run: ({ config }, report) => {
    if (!config.bool('ui_config.enabled') || !config.string('ui_config.dir')) return;
    report({
      path: 'ui_config.dir',
      message:
        'ui_config.dir and ui_config.enabled exclude each other: own files, or the built-in UI. Remove one',
      related: [{ path: 'ui_config.enabled', message: 'the built-in UI is enabled here' }],
    });
  },
};

const prefixFilter: Check = {
  id: 'agent/prefix-filter',
  severity: 'warning',
  options: ['telemetry.prefix_filter[]'],
  docs: 'A rule begins with + to let metrics through or - to drop them; others are left out.',
  run: ({ config }, report) => {
    each(config.resolved, 'telemetry.prefix_filter[]', (value, path) => {
      if (value.kind !== 'string' || /^[+-]/.test(value.value)) return;
      const fault = value.value === '' ? 'is empty' : `is ${quote(value.value)}, without a sign`;
      report({
        path,
        value,
        message: `${path} ${fault}, so the agent ignores it; begin with + to let metrics through or - to drop them`,
      });
    });
  },
};

export const ui: readonly Check[] = [
  contentPath,
  dashboardKeys,
  ownAssets,
  prefixFilter,
  texts({
    id: 'agent/metrics-provider',
    options: ['ui_config.metrics_provider'],
    docs: 'Names of metrics providers are lower case: letters, digits, - and _.',
    wants: 'a name such as "prometheus"',
    accepts: (text) => text === '' || basicName.test(text),
  }),
  texts({
    id: 'agent/metrics-provider-options',
    options: ['ui_config.metrics_provider_options_json'],
    docs: 'The options of a metrics provider are one JSON object, written as a string.',
    wants: 'a JSON object in a string',
    accepts: (text) => text === '' || isJsonObject(text),
  }),
  texts({
    id: 'agent/metrics-proxy-url',
    options: ['ui_config.metrics_proxy.base_url'],
    docs: 'The metrics proxy passes requests on over HTTP or HTTPS.',
    wants: 'an http:// or https:// URL',
    accepts: (text) => text === '' || isWeb(text),
  }),
  texts({
    id: 'agent/metrics-proxy-path',
    options: ['ui_config.metrics_proxy.path_allowlist[]'],
    docs: 'Allowed paths are absolute and plain.',
    wants: 'an absolute path without host, query, fragment or escapes',
    accepts: isPlainPath,
  }),
  texts({
    id: 'agent/dashboard-url',
    options: ['ui_config.dashboard_url_templates.{}'],
    docs: 'A dashboard is an HTTP or HTTPS URL.',
    wants: 'an http:// or https:// URL',
    accepts: isWeb,
  }),
];
