const NAME = '[A-Za-z][\\w:-]*';
const ENTITY = /&(?!#\d+;)/;
const TAG = new RegExp(`^<(/?)(${NAME})((?: ${NAME}="[^"<]*")*)(/?)>`);
/** What XML 1.0 does not allow, also where it is a half of a pair. */
const BAD = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Undefined for a well-formed document of the small kind that faces are, else what is wrong. */
export function faultOf(document: string): string | undefined {
  const open: string[] = [];
  const bad = BAD.exec(document);
  if (bad) return `U+${bad[0].charCodeAt(0).toString(16)} is not allowed`;
  let rest = document;
  do {
    const tag = TAG.exec(rest);
    if (!tag) return `no tag: ${rest.slice(0, 40)}`;
    const [all, ends = '', name = '', attributes = '', closed = ''] = tag;
    const names = [...attributes.matchAll(/ ([\w:-]+)="/g)].map(([, one]) => one);
    if (new Set(names).size < names.length) return `an attribute twice: ${all}`;
    if (ENTITY.test(attributes)) return `an open ampersand: ${all}`;
    if (ends && open.pop() !== name) return `</${name}> ends something else`;
    if (!ends && !closed) open.push(name);
    rest = rest.slice(all.length);
    const [text = ''] = /^[^<]*/.exec(rest) ?? [];
    if (ENTITY.test(text) || text.includes(']]>')) return `an open ampersand: ${text}`;
    if (text && open.at(-1) !== 'text') return `text outside of a text: ${text}`;
    rest = rest.slice(text.length);
  } while (open.length > 0);
  return rest === '' ? undefined : `more after the end: ${rest}`;
}

/** What is written on a face, line by line, as it stands in the document. */
export const texts = (document: string): readonly string[] =>
  [...document.matchAll(/<text[^>]*>([^<]*)</g)].map(([, said = '']) => said);
