import type { ActionId } from '../view.ts';

/** What a key is, around the origin and about 92 by 84; the state only fills and colours it. */
export interface Silhouette {
  /** The closed outline that is filled, hollow or dashed. */
  readonly body: string;
  /** Open lines beside the body. */
  readonly lines: string;
  /** Lines within the body, in the ground's colour where the body is full. */
  readonly inside: string;
  /** Where the figure of a purge stands in it. */
  readonly figureAt?: number;
}

export const SILHOUETTES: Readonly<Record<ActionId, Silhouette>> = {
  // A door that stands open on its threshold.
  'safe-exit': {
    body: 'M-26-40L14-30V44L-26 38z',
    lines: 'M-14-41H30V38H42M-44 38H-26',
    inside: 'M2 2V10',
  },
  // A bolt of lightning.
  'force-exit': {
    body: 'M8-44L-40 10H-8L-18 44L38-14H8L26-44z',
    lines: '',
    inside: '',
  },
  // A bin with its lid.
  'purge-cache': {
    body: 'M-36-22L-31 36A7 7 0 0 0-24 42H24A7 7 0 0 0 31 36L36-22z',
    lines: 'M-44-25H44M-15-27V-38H15V-27',
    inside: 'M-12-6L-10 26M12-6L10 26',
  },
  // An eye.
  status: {
    body: 'M-46 0C-28-40 28-40 46 0C28 40-28 40-46 0z',
    lines: '',
    inside: 'M-13 0A13 13 0 1 0 13 0A13 13 0 1 0-13 0z',
  },
  // A window with its title bar and the button that makes it small.
  hide: {
    body: 'M-38-36H38A8 8 0 0 1 46-28V28A8 8 0 0 1 38 36H-38A8 8 0 0 1-46 28V-28A8 8 0 0 1-38-36z',
    lines: '',
    inside: 'M-44-14H44M18-25H30',
  },
  // A knob below its scale.
  dial: {
    body: 'M-28 8A28 28 0 1 0 28 8A28 28 0 1 0-28 8z',
    lines: 'M-42 26A45 45 0 0 1-36-20M-26-31A45 45 0 0 1 26-31M36-20A45 45 0 0 1 42 26',
    inside: 'M0-14V4',
  },
};
