import { GROUND } from './face/colours.ts';
import { key } from './face/key.ts';
import { measured } from './face/measured.ts';
import { beside } from './face/touch.ts';
import { element, plain } from './face/xml.ts';
import type { ActionId, View } from './view.ts';

const FONTS = `Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`;

/** A key of an action as a complete SVG document, 144 by 144, in the part of SVG that QtSvg draws. */
export const face = (action: ActionId, view: View): string =>
  svg(144, 144, view, key(action, view));

/** One dial's part of the touch strip, 200 by 100. */
export const strip = (action: ActionId, view: View): string =>
  svg(200, 100, view, beside(action, view));

/** A document as `setImage` takes it; other encodings fail in one app or another. */
export const dataUri = (document: string): string =>
  `data:image/svg+xml,${encodeURIComponent(document)}`;

/** The same picture as base64, which `setFeedback` takes; OpenDeck takes nothing else there. */
export const asBase64 = (uri: string): string => {
  const document = decodeURIComponent(uri.slice(uri.indexOf(',') + 1));
  return `data:image/svg+xml;base64,${Buffer.from(document).toString('base64')}`;
};

function svg(width: number, height: number, view: View, inner: string): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height },
      role: 'img',
      'aria-label': spoken(view),
      'font-family': FONTS,
      'font-weight': 700,
      'text-anchor': 'middle',
    },
    element('rect', { width, height, fill: GROUND }) + inner,
  );
}

/** All that is written on it, else what its sign is, for a reader of the screen. */
const spoken = (view: View): string =>
  [...(plain(`${view.name} ${view.says ?? ''} ${view.word} ${measured(view)}`) || view.sign)]
    .slice(0, 100)
    .join('');
