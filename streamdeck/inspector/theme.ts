/// <reference lib="dom" />

/** Lightness from 0 to 1 of `#RRGGBB` or `#RRGGBBAA`, as WCAG counts it. */
export function luminance(colour: string): number | undefined {
  const [, red = '', green = '', blue = ''] =
    /^#(..)(..)(..)(?:..)?$/.exec(/^#[0-9a-f]+$/i.test(colour) ? colour : '') ?? [];
  if (blue === '') return undefined;
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How well two colours can be told apart, from 1 to 21. */
export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const GROUND = { dark: 0.0085, light: 0.94 } as const;

/** Dark or light as the host is painted, else as the person's system wishes. */
export function showTheme(colours: Readonly<Record<string, string>>): void {
  const host = luminance(colours['buttonPressedBackgroundColor'] ?? '');
  const wish = matchMedia('(prefers-color-scheme: light)').matches;
  const theme = (host === undefined ? wish : host > 0.5) ? 'light' : 'dark';
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  const accent = colours['highlightColor'] ?? '';
  const light = luminance(accent);
  // An accent that cannot be seen on our ground is of no use as a focus ring.
  const isSeen = light !== undefined && contrast(light, GROUND[theme]) >= 3;
  if (isSeen) root.style.setProperty('--accent', accent.slice(0, 7));
  else root.style.removeProperty('--accent');
}
