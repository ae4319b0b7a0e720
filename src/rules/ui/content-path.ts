import { texts } from '../forms/values.ts';

/** With exactly one slash at either end, as the agent serves it. */
const served = (path: string): string =>
  path === '' ? '/ui/' : `/${path.replace(/^\/+|(?<!\/)\/+$/g, '')}/`;

export const uiContentPath = texts({
  id: 'ui/content-path',
  options: ['ui_config.content_path'],
  docs: {
    summary:
      'Where the UI is served: letters, digits, - and _, and not a version such as /v1/, which is the API.',
  },
  wants: 'a path of letters, digits, - and _ that is not /v and a number',
  accepts: (text) => /^[A-Za-z0-9/_-]+$/.test(served(text)) && !/^\/v\d+\/$/.test(served(text)),
});
