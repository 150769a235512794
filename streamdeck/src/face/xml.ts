/** A number with one decimal at most, so that documents stay small and equal views equal. */
export const tenth = (value: number): string => String(Math.round(value * 10) / 10);

/** What XML 1.0 asks for in texts and attributes; ten lines of a library would do the same. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * Users' names as one line that XML allows and QtSvg can draw: no control or format characters, no
 * halves of a pair, no emoji.
 */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Emoji_Presentation}\p{Emoji_Modifier}\ufe0e\ufe0f]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** An element without text; the attributes in the order given. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inner?: string,
): string {
  const said = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escaped(value)}"`,
  );
  const open = `<${name}${said.join('')}`;
  return inner === undefined ? `${open}/>` : `${open}>${inner}</${name}>`;
}

/** `inner` moved and made larger or smaller; the place is the new origin. */
export const placed = (x: number, y: number, scale: number, inner: string): string =>
  `<g transform="translate(${tenth(x)} ${tenth(y)}) scale(${Math.round(scale * 100) / 100})">${inner}</g>`;
