// The look of a launcher around a component tree: what a command renders, drawn as a page of 1000 × 625.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const STYLE = readFileSync(path.join(HERE, 'page.css'), 'utf8');
const ASSETS = path.join(HERE, '../../raycast/assets');

const TINTS = {
  'raycast-blue': '#56a9ff',
  'raycast-green': '#42d08a',
  'raycast-orange': '#f5b53d',
  'raycast-purple': '#b59cff',
  'raycast-red': '#ff6b70',
  'raycast-primary-text': '#f4f6f8',
};

/** A few of Raycast's own icons, drawn anew. */
const GLYPHS = {
  'trash-16': 'M3 4h10M6 4V2.5h4V4M4.5 4l.6 9.5h5.8l.6-9.5',
  'person-16':
    'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM3 13.6c.5-3 2.4-4.2 5-4.2s4.5 1.2 5 4.2',
  'folder-16': 'M2 12.5v-9h4l1.5 1.8H14v7.2z',
  'power-16': 'M8 2v5.5M4.6 4a5.2 5.2 0 1 0 6.8 0',
  'bolt-16': 'M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z',
  'eye-disabled-16': 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13 13 3',
  'logout-16': 'M6.5 2.5h-4v11h4M6 8h8M11 5l3 3-3 3',
  'app-window-list-16': 'M2 4h12M2 8h12M2 12h8',
  'lock-16': 'M3.5 7h9v6.5h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
};

const escape = (text) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

const all = (node, type) => [
  ...(node.type === type ? [node] : []),
  ...node.children.flatMap((child) => all(child, type)),
];
const nodes = (node) => [node, ...node.children.flatMap(nodes)];
const slot = (node, name) => node.children.find(({ type }) => type === `slot:${name}`);
const text = (value) => (typeof value === 'object' && value ? (value.value ?? '') : (value ?? ''));

function icon(image) {
  if (!image) return '<i class="icon"></i>';
  const { source = image, tintColor } = typeof image === 'object' ? image : { source: image };
  const colour = TINTS[tintColor] ?? '#c9cfd6';
  if (GLYPHS[source])
    return `<svg class="icon" viewBox="0 0 16 16"><path d="${GLYPHS[source]}" fill="none" stroke="${colour}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  if (!source.endsWith('.svg')) return '<i class="icon"></i>';
  const inner = readFileSync(path.join(ASSETS, source), 'utf8').replaceAll('#000000', colour);
  return `<i class="icon">${inner}</i>`;
}

const accessory = ({ text: words, tag, date }) =>
  tag !== undefined
    ? `<b class="tag">${escape(text(tag))}</b>`
    : `<span class="dim">${escape(date ? 'today' : text(words))}</span>`;

const row = (item, isSelected, bare) => `<li class="${isSelected ? 'selected' : ''}">
  ${icon(item.props.icon)}<span class="title">${escape(text(item.props.title))}</span>
  <span class="subtitle">${bare ? '' : escape(text(item.props.subtitle))}</span>
  <span class="end">${(item.props.accessories ?? []).map(accessory).join('')}</span></li>`;

/** A list with its rows, the detail of the selected one, and the bar of actions below. */
export function listPage(view, { command, selected, bar }) {
  const [list] = all(view, 'List');
  const items = all(list, 'List.Item');
  const chosen = items.find((item) => text(item.props.title) === selected) ?? items[0];
  const isDetailed = list.props.isShowingDetail;
  const sections = all(list, 'List.Section').filter((one) => all(one, 'List.Item').length > 0);
  const rows = sections
    .map(
      (section) =>
        `<h2>${escape(section.props.title)} <span>${escape(section.props.subtitle)}</span></h2><ul>${all(
          section,
          'List.Item',
        )
          .map((item) => row(item, item === chosen, isDetailed))
          .join('')}</ul>`,
    )
    .join('');
  const primary = nodes(slot(chosen, 'actions') ?? chosen).find(({ type }) =>
    /^Action(\.|$)/.test(type),
  );
  const [dropdown] = all(list, 'List.Dropdown');
  const now =
    dropdown &&
    all(dropdown, 'List.Dropdown.Item').find(({ props }) => props.value === dropdown.props.value);
  return page(`<div class="window">
    <header><span class="back">‹</span><span class="search">${escape(list.props.searchBarPlaceholder)}</span>${now ? `<span class="drop">${escape(now.props.title)} ▾</span>` : ''}</header>
    <main class="${isDetailed ? 'two' : ''}"><div class="rows">${rows}</div>
    ${isDetailed ? `<aside>${detail(chosen)}</aside>` : ''}</main>
    <footer><img src="${bar}"><span>${escape(command)}</span><span class="end"><b>${escape(text(primary?.props.title))}</b> <kbd>↵</kbd> <i></i> Actions <kbd>⌘</kbd><kbd>K</kbd></span></footer></div>`);
}

function detail(item) {
  const found = slot(item, 'detail');
  const [one] = found ? all(found, 'List.Item.Detail') : [];
  if (!one) return '';
  if (one.props.markdown) return `<div class="markdown">${markdown(one.props.markdown)}</div>`;
  const metadata = slot(one, 'metadata');
  const lines = all(metadata, 'List.Item.Detail.Metadata')[0].children.flatMap((child) => [child]);
  return `<dl>${lines
    .map(({ type, props }) =>
      type.endsWith('Separator')
        ? '<hr>'
        : `<dt>${escape(props.title)}</dt><dd>${props.icon ? icon(props.icon) : ''}${escape(text(props.text))}</dd>`,
    )
    .join('')}</dl>`;
}

/** As much of CommonMark as our receipts use. */
const markdown = (source) =>
  source
    .split('\n\n')
    .map((block) => {
      const line = (words) =>
        escape(words)
          .replace(/`([^`]*)`/g, '<code>$1</code>')
          .replace(/\\(.)/g, '$1');
      if (block.startsWith('### ')) return `<h4>${line(block.slice(4))}</h4>`;
      if (block.startsWith('## ')) return `<h3>${line(block.slice(3))}</h3>`;
      if (block.startsWith('- '))
        return `<ul>${block
          .split('\n')
          .map((item) => `<li>${line(item.slice(2))}</li>`)
          .join('')}</ul>`;
      return `<p>${line(block)}</p>`;
    })
    .join('');

/** The menu bar with its menu open, and the submenu of the first client beside it. */
export function menuPage(view) {
  const [bar] = all(view, 'MenuBarExtra');
  const entry = (node) => {
    const isMenu = node.type.endsWith('Submenu');
    return `<li class="${node.props.onAction || isMenu ? '' : 'dim'} ${isMenu ? 'open' : ''}">${icon(node.props.icon)}${escape(node.props.title)}${isMenu ? '<span class="end">›</span>' : ''}</li>`;
  };
  const part = (section) =>
    `${section.props.title ? `<h2>${escape(section.props.title)}</h2>` : ''}<ul>${section.children.map(entry).join('')}</ul>`;
  const [sub] = all(bar, 'MenuBarExtra.Submenu');
  return page(`<div class="screen"><div class="bar"><span class="extra">${icon(bar.props.icon)} ${escape(bar.props.title)}</span><span>Tue 20:41</span></div>
    <div class="menu first">${all(bar, 'MenuBarExtra.Section').map(part).join('<hr>')}</div>
    <div class="menu second"><ul>${sub.children.map(entry).join('')}</ul></div></div>`);
}

const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><body>${body}</body></html>`;
