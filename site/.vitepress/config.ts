/** The site around the playground: the pages of docs/, a page for each rule, and the reference of the library. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vitepress';

const pages = resolve(import.meta.dirname, '../pages');

const namesIn = (folder: string): string[] =>
  readdirSync(join(pages, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (entry.name.endsWith('.md') && entry.name !== 'index.md'))
    .map(({ name }) => name.replace(/\.md$/, ''))
    .sort();

const rules = namesIn('rules').map((subject) => ({
  text: subject,
  collapsed: true,
  items: namesIn(`rules/${subject}`).map((rule) => ({ text: rule, link: `/rules/${subject}/${rule}` })),
}));

export default defineConfig({
  title: 'consul-cfg',
  description: 'Write, check and ship the configuration of Consul agents.',
  srcDir: 'pages',
  outDir: 'dist',
  base: process.env.SITE_BASE ?? '/',
  vite: { build: { chunkSizeWarningLimit: 5000 } },
  cleanUrls: false,
  // A link to a page that is not there ends the build. The playground is a page of its own.
  ignoreDeadLinks: [/^\/playground\//],
  markdown: {
    // A word in angle brackets is one, but for a break in a cell.
    html: false,
    // Pages speak of templates: two braces are text here, not an expression.
    config: ({ renderer: { rules } }) => {
      const code = rules.code_inline!;
      rules.code_inline = (tokens, index, ...rest) => {
        tokens[index]!.attrSet('v-pre', '');
        return code(tokens, index, ...rest);
      };
      const text = rules.text!;
      rules.text = (...given) =>
        text(...given)
          .replaceAll('{{', '&#123;&#123;')
          .replaceAll('&lt;br&gt;', '<br>');
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/guide' },
      { text: 'Rules', link: '/rules/' },
      { text: 'Options', link: '/options' },
      { text: 'Library', link: '/api' },
      { text: 'Reference', link: '/reference/overview' },
      { text: 'Playground', link: '/playground/index.html', target: '_self' },
    ],
    sidebar: {
      '/rules/': [{ text: 'Rules', link: '/rules/', items: rules }],
      '/reference/': [
        { text: 'consul-cfg', link: '/reference/' },
        ...['node', 'hcl', 'json', 'schemas'].map((entry) => ({
          text: `consul-cfg/${entry}`,
          link: `/reference/${entry}`,
        })),
      ],
      '/': namesIn('.')
        .filter((name) => !['rules', 'reference', 'images', 'decisions', 'cookbook'].includes(name))
        .map((name) => ({ text: name.replaceAll('-', ' '), link: `/${name}` })),
    },
    socialLinks: [{ icon: 'github', link: 'https://github.com/consul-cfg/consul-cfg' }],
  },
});
