/** Colours of words that are readable on light and on dark. */
import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

export const oneColour = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--dim)', fontStyle: 'italic' },
  { tag: tags.propertyName, color: 'var(--info)' },
  { tag: tags.string, color: 'light-dark(#116329, #8ddb8c)' },
  { tag: [tags.number, tags.bool], color: 'var(--accent)' },
]);
