/** The frame of a page: its style and script are in it, and nothing else is allowed to it. */

import packageJson from '../../../package.json' with { type: 'json' };
import { sha256Base64 } from '../../util/sha256.ts';
import { html, type Markup } from './markup.ts';
import { style } from './style.ts';

interface Frame {
  readonly title: string;
  /** Where the first link of the page leads, for who reads it with a keyboard. */
  readonly skip: { readonly id: string; readonly to: string };
  readonly script?: string;
}

export function page(body: Markup, { title, skip, script }: Frame): string {
  const scripts = script === undefined ? '' : `; script-src '${hash(script)}'`;
  const policy = `default-src 'none'; style-src '${hash(style)}'${scripts}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${html`<a class="skip" href="#${skip.id}">Skip to ${skip.to}</a>`.html}
${body.html}
${footer.html}
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}

const footer = html`<footer><p>Written by consul-cfg ${packageJson.version}. Secrets are masked.</p></footer>`;

/** The hash by which a Content-Security-Policy allows a text in the page. */
const hash = (text: string): string => `sha256-${sha256Base64(text)}`;
