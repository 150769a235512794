import { svg, type SVGTemplateResult } from 'lit-html';

/** The product's sign: a bubble, hollow because nobody is left, with a tick. */
export const bubble: SVGTemplateResult = svg`<svg class="bubble" viewBox="18 20 108 100" aria-hidden="true">
  <path d="M72 30c-24 0-43 15-43 34 0 11 6 20 16 26l-4 14 17-8c4 1 9 2 14 2 24 0 43-15 43-34S96 30 72 30z" />
  <path class="tick" d="M53 64l14 14 26-28" />
</svg>`;

/** The signs that a host lays over a key. */
export const signs = {
  ok: svg`<svg class="sign" data-sign="ok" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="21" /><path d="M14 25l7 7 13-15" />
  </svg>`,
  alert: svg`<svg class="sign" data-sign="alert" viewBox="0 0 48 48" aria-hidden="true">
    <path class="body" d="M24 5 46 43H2z" /><path d="M24 18v11M24 36v.5" />
  </svg>`,
} as const;

const STEP_DEGREES = 15;

/** A knob, turned with an attribute: the page allows no inline style. */
export const knob = (ticks: number): SVGTemplateResult => svg`<svg
    class="knob" viewBox="-50 -50 100 100" aria-hidden="true">
  <circle class="rim" r="48" /><circle class="cap" r="40" />
  <g transform="rotate(${ticks * STEP_DEGREES})"><path class="mark" d="M0-34v14" /></g>
</svg>`;

export const grip: SVGTemplateResult = svg`<svg viewBox="0 0 20 8" aria-hidden="true">
  ${[4, 10, 16].map((x) => svg`<circle cx=${x} cy="2" r="1.5" /><circle cx=${x} cy="6.5" r="1.5" />`)}
</svg>`;
