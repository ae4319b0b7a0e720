import { rule } from '../rule.ts';
import { isOn, tokenVariable } from './support/auto-config.ts';

export const autoConfigIntroTokenAndFile = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/intro-token-and-file',
  severity: 'warning',
  options: ['auto_config.intro_token', 'auto_config.intro_token_file'],
  docs: { summary: 'The token itself wins over the file.' },
  run: (subject, report) => {
    const { config, host } = subject;
    const token = config.string('auto_config.intro_token') || host.env[tokenVariable];
    const path = 'auto_config.intro_token_file';
    if (isOn(subject) && token && config.string(path))
      report({ path, message: `${path} is not read, since the token is given as well; keep one` });
  },
});
