/** The page's style: one column on a phone, the findings next to the clusters where there is room; light and dark. */
export const style = `
:root {
  --back: #fff; --raised: #f5f6f8; --line: #c9ced6; --text: #1b1f24; --dim: #57606a; --link: #0b57d0;
  --error: #b3131b; --warning: #855300; --info: #1a5fb4; --good: #2c6e2f; --client: #dfe6f0; --server: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14171b; --raised: #1e2329; --line: #434b55; --text: #e6e9ed; --dim: #a5adb8; --link: #8ab4f8;
    --error: #ff8a84; --warning: #f2b84b; --info: #8ab4f8; --good: #7fc983; --client: #2b3440; --server: #1e2329;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.25rem; } h3 { font-size: 1.1rem; margin: 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
code, pre, .place { font-family: ui-monospace, monospace; font-size: .875rem; }
.command { user-select: all; }
pre { margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; background: var(--raised); border-radius: 6px; overflow-wrap: normal; }
.mark { color: var(--error); font-weight: 700; }
footer { color: var(--dim); border-top: 1px solid var(--line); margin-top: 2rem; }
summary { cursor: pointer; padding: .25rem 0; }

main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2rem; }
@media (min-width: 64rem) {
  main:has(.clusters) { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); }
  main > [aria-labelledby="settings"] { grid-column: 1 / -1; }
}
.cluster { border: 1px solid var(--line); border-radius: 10px; padding: 1rem; margin-bottom: 1rem; }
.facts { margin: .25rem 0 .75rem; padding-left: 1.2rem; color: var(--dim); }
.legend svg { width: 44px; height: 10px; vertical-align: middle; } .legend ul { list-style: none; padding: 0; }

.drawing { display: block; width: 100%; max-width: 34rem; margin: 0 auto; }
.defs { position: absolute; }
.drawing text { fill: var(--text); font-size: 13px; text-anchor: middle; paint-order: stroke; stroke: var(--back); stroke-width: 4px; }
.drawing .heading { text-anchor: start; stroke: none; fill: var(--dim); }
.line { stroke: var(--dim); stroke-width: 1.5; fill: none; }
.line.mutual { stroke: var(--good); stroke-width: 2.5; }
.line.clients { stroke: var(--line); }
.line.missing { stroke: var(--error); stroke-width: 2; stroke-dasharray: 6 4; }
.head { fill: var(--dim); } .head.missing { fill: var(--error); }
.box { fill: var(--raised); stroke: var(--line); } .box.lost { stroke: var(--error); stroke-dasharray: 6 4; }
.node circle { fill: var(--server); stroke: var(--text); stroke-width: 2; }
.node circle.silent { stroke-dasharray: 4 3; }
.node.apart > circle { stroke: var(--error); }
.node rect { fill: var(--client); stroke: var(--line); }
.node rect.error { fill: var(--error); } .node rect.warning { fill: var(--warning); } .node rect.info { fill: var(--info); }
.client text { font-size: 12px; stroke: none; }
.node:hover > circle, .node:hover > rect, .node[aria-current] > circle, .node[aria-current] > rect { stroke: var(--link); stroke-width: 3; }
.badge circle, .node .badge circle { stroke: var(--back); stroke-width: 1.5; }
.badge.error circle { fill: var(--error); } .badge.warning circle { fill: var(--warning); } .badge.info circle { fill: var(--info); }
.drawing .badge text { fill: var(--back); font-size: 12px; font-weight: 700; stroke: none; }

.severity { font-size: .8rem; font-weight: 700; }
.severity.error { color: var(--error); } .severity.warning { color: var(--warning); } .severity.info { color: var(--info); }
.rule { border-left: 4px solid var(--line); padding: 0 0 0 1rem; margin: 0 0 1.75rem; }
.rule.error { border-color: var(--error); } .rule.warning { border-color: var(--warning); } .rule.info { border-color: var(--info); }
.rule ol { list-style: none; margin: 0; padding: 0; } .times { color: var(--dim); font-size: .8rem; font-weight: 400; }
.finding { margin: .5rem 0 1rem; }
.finding p { margin: .25rem 0; } .place { color: var(--dim); } .fix { color: var(--good); }
form { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin-bottom: .75rem; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; flex-basis: 100%; } legend { padding: 0; color: var(--dim); }
form > label { display: grid; color: var(--dim); flex: 1 1 9rem; min-width: 0; }
select, input[type="search"], button { font: inherit; min-height: 2.5rem; width: 100%; padding: .25rem .5rem; color: var(--text); background: var(--raised); border: 1px solid var(--dim); border-radius: 6px; }
form > button { flex: 0 1 auto; width: auto; padding-inline: 1rem; }
fieldset label { display: inline-flex; align-items: center; gap: .4rem; min-height: 2.5rem; } input[type="checkbox"] { width: 1.2rem; height: 1.2rem; }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--dim); font-weight: 600; } tbody th { font-weight: 600; }
#settings-table td { font-family: ui-monospace, monospace; }
td ul { margin: 0; padding-left: 1rem; } .lacks { color: var(--error); }
tr[aria-current] { background: var(--raised); }
[hidden] { display: none; }
@media print { form, .skip { display: none; } }
`;
