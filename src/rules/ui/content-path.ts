import { texts } from '../forms/values.ts';

/** With exactly one slash at either end, as the agent serves it. */
const served = (path: string): string =>
  path === '' ? '/ui/' : `/${path.replace(/^\/+|(?<!\/)\/+$/g, '')}/`;

export const uiContentPath = texts({
  id: 'ui/content-path',
  options: ['ui_config.content_path'],
  docs: {
    summary: 'ui_config.content_path is not a path at which the UI can be served.',
    rationale:
      'The agent puts one slash at either end, and refuses what then holds anything but letters, digits, ' +
      '-, _ and /, and a version such as /v1/, which is the path of the API.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  content_path = "/v1/"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  content_path = "/consul/"\n}\n',
    },
  },
  wants: 'a path of letters, digits, - and _ that is not /v and a number',
  accepts: (text) => /^[A-Za-z0-9/_-]+$/.test(served(text)) && !/^\/v\d+\/$/.test(served(text)),
});
