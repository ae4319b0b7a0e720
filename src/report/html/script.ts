/** The page's script: filters, and the table of settings. Plain, since it runs in whatever browser opens the file. */
export const script = `
'use strict';
const $ = (id) => document.getElementById(id);
const data = JSON.parse($('settings-data')?.textContent ?? '{"texts":[],"nodes":[]}');
const filters = $('filters');
const form = $('settings-form');

function options(select, nodes) {
  for (const { id, name } of nodes) select.append(new Option(name, id));
}

function filter() {
  const levels = new FormData(filters).getAll('severity');
  const rule = filters.elements.rule.value;
  const node = filters.elements.node.value;
  const text = filters.elements.text.value.trim().toLowerCase();
  const items = [...document.querySelectorAll('.finding')];
  for (const item of items) {
    const { severity, rule: id, nodes } = item.dataset;
    item.hidden = !(levels.includes(severity) && (!rule || rule === id) &&
      (!node || nodes.split(' ').includes(node)) && (!text || (id + item.textContent).toLowerCase().includes(text)));
  }
  const shown = items.filter((item) => !item.hidden).length;
  for (const more of document.querySelectorAll('.more')) more.open = shown < items.length;
  for (const group of document.querySelectorAll('.rule')) group.hidden = !group.querySelector('.finding:not([hidden])');
  $('shown').textContent = (shown < items.length ? shown + ' of ' : '') + items.length + ' finding' + (items.length === 1 ? '' : 's');
  mark(node);
}

function mark(node) {
  for (const element of document.querySelectorAll('[data-node]')) {
    if (node && element.dataset.node === node) element.setAttribute('aria-current', 'true');
    else element.removeAttribute('aria-current');
  }
}

function settings() {
  const chosen = data.nodes.find(({ id }) => String(id) === form.elements.node.value);
  const text = form.elements.option.value.trim().toLowerCase();
  const body = $('settings-table').tBodies[0];
  body.replaceChildren();
  for (const [path, value, origin, replaced] of chosen?.rows ?? []) {
    if (text && !data.texts[path].toLowerCase().includes(text)) continue;
    const row = body.insertRow();
    row.insertCell().textContent = data.texts[path];
    const cell = row.insertCell();
    const place = document.createElement('div');
    place.className = 'place';
    place.textContent = data.texts[origin] + (replaced === undefined ? '' : ', in place of ' + data.texts[replaced]);
    cell.append(data.texts[value], place);
  }
}

/** What is wider than its box must be scrolled by keys too; what is not would only be in their way. */
function reachable() {
  for (const frame of document.querySelectorAll('pre')) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute('tabindex');
  }
}
addEventListener('resize', reachable);
addEventListener('toggle', reachable, true);
reachable();

if (filters) {
  options(filters.elements.node, data.nodes);
  if (data.nodes.length === 0) filters.elements.node.closest('label').hidden = true;
  filters.addEventListener('input', filter);
  filters.addEventListener('reset', () => setTimeout(filter));
  filters.addEventListener('submit', (event) => event.preventDefault());
}
if (form) {
  options(form.elements.node, data.nodes);
  form.hidden = $('settings-table').hidden = false;
  form.addEventListener('input', settings);
  form.addEventListener('submit', (event) => event.preventDefault());
  settings();
}
for (const link of document.querySelectorAll('a[data-node]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const { node } = link.dataset;
    if (form) { form.elements.node.value = node; settings(); }
    if (filters) { filters.elements.node.value = node; filter(); } else mark(node);
    if (matchMedia('(max-width: 64rem)').matches) $('findings').scrollIntoView();
  });
}
`;
