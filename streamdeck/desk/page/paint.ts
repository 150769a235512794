import type { Model } from './model.ts';
import { tagOf, wordsOf } from './words.ts';

/** Within so many pixels of its end the log follows. */
const NEAR_END = 8;

/** Draws at most once per frame, with what templates cannot say: the page allows no inline style. */
export function makePainter(
  root: HTMLElement,
  draw: (root: HTMLElement) => void,
): (model: Model) => void {
  let latest: Model | undefined;
  let isFollowing = true;
  const frame = (): void => {
    if (latest === undefined) return;
    const { language, deck } = latest;
    latest = undefined;
    draw(root);
    document.documentElement.lang = tagOf(language);
    document.title = wordsOf(language).title;
    if (deck !== undefined) root.style.setProperty('--columns', String(deck.columns));
    follow();
    // Then the browser keeps the focus in it, closes it by Escape, and gives the focus back.
    root.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  };
  const follow = (): void => {
    const lines = root.querySelector('.lines');
    if (lines !== null && isFollowing) lines.scrollTop = lines.scrollHeight;
  };
  // Scroll and toggle do not bubble, so they are caught on their way down.
  root.addEventListener(
    'scroll',
    ({ target }) => {
      if (!(target instanceof Element) || !target.matches('.lines')) return;
      isFollowing = target.scrollHeight - target.scrollTop - target.clientHeight < NEAR_END;
    },
    true,
  );
  root.addEventListener('toggle', follow, true);
  return (model) => {
    if (latest === undefined) requestAnimationFrame(frame);
    latest = model;
  };
}
