import { editionsOn, type Client } from '../client.ts';
import type { Because, Platform, Process } from '../model.ts';

/**
 * What a program shows of itself beside its name: a class of its windows (either part of WM_CLASS), and who
 * made it where it is one for Windows.
 */
export function looksLike(
  client: Client,
  { windowClasses = [], company }: NonNullable<Process['traits']>,
  platform: Platform,
): readonly Because[] {
  if (windowClasses.length === 0 && company === undefined) return [];
  const classes = editionsOn(client, platform).flatMap((one) => one.windowClasses);
  const makers = editionsOn(client, 'windows').flatMap((one) => one.makers ?? []);
  return [
    ...(classes.some((one) => windowClasses.includes(one)) ? (['window-class'] as const) : []),
    ...(company !== undefined && makers.some(({ name }) => company.includes(name))
      ? (['company'] as const)
      : []),
  ];
}
