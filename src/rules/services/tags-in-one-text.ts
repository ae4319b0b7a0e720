import { each } from '../../model/value-path.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { spanOf } from '../../text/source/source.ts';
import { withService } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const serviceTagsInOneText = rule({
  id: 'services/tags-in-one-text',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  fix: 'unsafe',
  options: ['services[].tags'],
  docs: {
    summary: 'One tag of a service looks like several.',
    rationale:
      'Tags are the items of a list. A text with commas in it is one tag (measured on 1.23), and neither DNS nor a filter ' +
      'for one of its words finds the service.',
    bad: withService(`
      name = "web"
      tags = ["primary, v2"]
    `),
    good: withService(`
      name = "web"
      tags = ["primary", "v2"]
    `),
  },
  run({ config }, report) {
    each(config.written, 'services[].tags[]', (tag, path) => {
      // Other programs read tags with commas in them, such as those with an equals sign.
      if (tag.kind !== 'string' || !/^[\w.-]+(?:\s*,\s+[\w.-]+)+$/.test(tag.value)) return;
      const items = tag.value.split(',').map((item) => JSON.stringify(item.trim()));
      report({
        at: spanOf(tag),
        path,
        message: `${quote(tag.value)} is one tag, so neither DNS nor a filter finds the service by a word of it; write ${items.join(', ')}`,
        fix: { title: 'Write one tag for each', safe: false, edits: [replaceValue(tag, items.join(', '))] },
      });
    });
  },
});
