import type { ActionId, View } from '../view.ts';
import { across } from './across.ts';
import { GROUND } from './colours.ts';
import { mark } from './marks.ts';
import { size } from './size.ts';
import { SILHOUETTES } from './silhouettes.ts';
import { STATES, type Fill } from './states.ts';
import { stroke } from './strokes.ts';
import { element } from './xml.ts';

/** Where the mark stands on a silhouette. */
const CORNER = { x: 32, y: 20 } as const;

/**
 * The silhouette of an action in the state of a view, about 104 by 92 around the origin, for a place that makes it
 * `scale` as large: strokes stay strong where it is small.
 */
export function picture(action: ActionId, view: View, scale: number): string {
  const { colour, fill, mark: of, across: over } = STATES[view.sign];
  const { body, lines, inside } = SILHOUETTES[action];
  const width = (3 + 3 * scale) / scale;
  const figure = holdsFigure(action, view) ? size(view) : '';
  const within = fill === 'full' ? GROUND : colour;
  return [
    lines === '' ? '' : stroke(lines, colour, width),
    outline(body, colour, fill, width),
    inside === '' || figure !== '' || over === 'tick' ? '' : stroke(inside, within, width),
    figure,
    over === undefined ? '' : across(over, colour, width),
    of === undefined ? '' : corner(mark(of, colour, figureOf(view))),
  ].join('');
}

/** A bin holds the size that can be freed: nothing stands in its way there. */
export const holdsFigure = (action: ActionId, { sign }: View): boolean =>
  action === 'purge-cache' && sign === 'purge';

const corner = (inner: string): string =>
  element('g', { transform: `translate(${CORNER.x} ${CORNER.y})` }, inner);

const figureOf = ({ figure = '', unit = '' }: View): string => `${figure}${unit}`;

function outline(d: string, colour: string, fill: Fill, width: number): string {
  // Butt ends, so that dashes and gaps stay apart where the strokes are strong.
  const dashes = `${hundredth(width * 1.9)} ${hundredth(width * 1.3)}`;
  const path = element('path', {
    d,
    fill: fill === 'full' ? colour : fill === 'half' ? `url(#half-${colour.slice(1)})` : GROUND,
    stroke: colour,
    'stroke-width': width,
    'stroke-linejoin': 'round',
    ...(fill === 'dashed' && { 'stroke-dasharray': dashes }),
  });
  return fill === 'half' ? half(colour) + path : path;
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** The lower half full: two stops beside each other, for QtSvg clips nothing. */
const half = (colour: string): string =>
  element(
    'linearGradient',
    { id: `half-${colour.slice(1)}`, x1: 0, y1: 0, x2: 0, y2: 1 },
    element('stop', { offset: '.49', 'stop-color': GROUND }) +
      element('stop', { offset: '.51', 'stop-color': colour }),
  );
