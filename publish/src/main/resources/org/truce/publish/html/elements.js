// Elements of the page.
const NS = 'http://www.w3.org/2000/svg';
const KINDS = ['prima-facie-breach', 'accounts-differ', 'undetermined', 'no-breach', 'not-covered', 'machine-read'];

// ---- building the page ----
const h = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== ''));
  return element;
};
// What a source wrote: in its own direction, apart from what stands around it, with nothing hidden.
const said = (text, attributes) => h('bdi', { dir: 'auto', ...attributes }, visible(text));
const visible = (text) => String(text).replace(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f\u007f]/g,
  (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
const ltr = (text) => h('bdi', { dir: 'ltr' }, visible(text));
const link = (address, text) => /^https?:\/\//i.test(address)
  ? h('a', { href: address, rel: 'noopener noreferrer', dir: 'auto' }, visible(text)) : said(text);
const mark = (kind) => {
  const svg = document.createElementNS(NS, 'svg');
  svg.setAttribute('viewBox', '-8 -8 16 16');
  svg.setAttribute('class', 'mark ' + kind);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(NS, 'path');
  path.setAttribute('d', SHAPES[kind].d);
  path.setAttribute('fill', SHAPES[kind].fill ? 'currentColor' : 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '2');
  if (SHAPES[kind].dash) path.setAttribute('stroke-dasharray', '3 2');
  svg.append(path);
  return svg;
};
// Shape and outline tell the outcome apart without any colour.
const SHAPES = {
  'prima-facie-breach': { d: 'M-6-6H6V6H-6Z', fill: true },
  'accounts-differ': { d: 'M0-7L7 0L0 7L-7 0ZM0-7V7', fill: false },
  'undetermined': { d: 'M6.5 0A6.5 6.5 0 1 1-6.5 0A6.5 6.5 0 1 1 6.5 0Z', fill: false, dash: true },
  'no-breach': { d: 'M-6 0L-2 5L6-5', fill: false },
  'not-covered': { d: 'M-5-5L5 5M-5 5L5-5', fill: false },
  'machine-read': { d: 'M-6 0H6', fill: false, dash: true },
};
const outcome = (kind, tail) => h('span', { class: 'outcome ' + kind }, mark(kind), t('o.' + kind), tail || '');

/** What is put together only when it is opened, or printed. */
const folded = (attributes, title, fill) => {
  const element = h('details', attributes, h('summary', {}, title));
  element.fill = () => { element.fill = null; element.append(...fill().flat().filter((c) => c !== null)); };
  element.addEventListener('toggle', () => { if (element.open && element.fill) element.fill(); });
  return element;
};

/**
 * A long list a page at a time: whatever its length, so many elements stand in the document.
 * draw returns the elements of the records from one position to another.
 */
function paged(place, size, length, draw, first = 0) {
  const last = Math.min(length, first + size);
  const turn = (by) => {
    paged(place, size, length, draw, first + by);
    const [back, on] = place.querySelectorAll('.pages button');
    (by < 0 && !back.disabled || on.disabled ? back : on).focus();
  };
  const pages = length <= size ? [] : [h('p', { class: 'pages' },
    h('button', { type: 'button', disabled: first === 0, onclick: () => turn(-size) }, t('page.before')),
    h('button', { type: 'button', disabled: last === length, onclick: () => turn(size) }, t('page.after')),
    h('span', { role: 'status' }, t('page.of', number(first + 1), number(last), number(length))))];
  place.replaceChildren(...pages, ...draw(first, last));
}

