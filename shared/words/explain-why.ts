import type { SurfaceWords as Words } from './surface-en.ts';
import type { ReasonWords } from './reason.ts';

/** A code in words, keeping the detail as the machine said it; a code without words stands for itself. */
export function explainWhy(
  { code, detail }: { readonly code: string; readonly detail?: string },
  say: Words,
): string {
  if (!Object.hasOwn(say.why, code)) return [code, detail].filter(Boolean).join(': ');
  const said: ReasonWords = say.why[code as keyof Words['why']];
  return said(detail);
}
