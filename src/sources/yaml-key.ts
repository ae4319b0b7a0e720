/** A cheap look for keys of YAML, before it is parsed: at the start of a line, of an item, or in a flow mapping. */
export const yamlKey = (names: string, value = ''): RegExp =>
  new RegExp(`(?:^|[{,])[ \\t]*(?:- +)*["']?(?:${names})["']?[ \\t]*:${value}`, 'm');
