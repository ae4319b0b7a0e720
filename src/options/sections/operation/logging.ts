/** Logs. */
import { filePath } from '../../grammars/names.ts';
import { byteSize, duration } from '../../grammars/time.ts';
import { bool, int, words } from '../../kinds.ts';
import { option, type Section } from '../../option.ts';

const facilities = [
  'KERN',
  'USER',
  'MAIL',
  'DAEMON',
  'AUTH',
  'SYSLOG',
  'LPR',
  'NEWS',
  'UUCP',
  'CRON',
  'AUTHPRIV',
  'FTP',
];
const localFacilities = ['LOCAL0', 'LOCAL1', 'LOCAL2', 'LOCAL3', 'LOCAL4', 'LOCAL5', 'LOCAL6', 'LOCAL7'];

export const logOptions: Section = {
  log_level: option(
    words(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'ERR'], {
      anyCase: true,
      orEmpty: true,
      refusedBy: 'start',
    }),
    'The least severe messages that are logged.',
    { default: 'INFO', flag: '-log-level', reload: true },
  ),
  log_json: option(bool, 'Writes each message as a JSON object.', { default: false, flag: '-log-json' }),
  log_file: option(
    filePath,
    'Logs to this file too; a time stamp goes into its name. Its directory must exist.',
    {
      flag: '-log-file',
    },
  ),
  log_rotate_duration: option(duration, 'Age at which a new log file is begun.', {
    unset: '24h, where log_file is set',
    flag: '-log-rotate-duration',
  }),
  log_rotate_bytes: option(byteSize, 'Size at which a new log file is begun; 0 for no limit.', {
    default: 0,
    flag: '-log-rotate-bytes',
  }),
  log_rotate_max_files: option(int, 'Old log files that are kept: 0 keeps all, -1 none.', {
    default: 0,
    flag: '-log-rotate-max-files',
  }),
  enable_syslog: option(bool, 'Logs to syslog too. Not on Windows.', { default: false, flag: '-syslog' }),
  syslog_facility: option(
    words([...facilities, ...localFacilities], { anyCase: true, orEmpty: true, refusedBy: 'start' }),
    'Facility under which syslog files the messages.',
    { default: 'LOCAL0' },
  ),
};
