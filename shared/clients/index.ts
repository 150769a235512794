import type { Client } from '../core/client.ts';
import { wechat } from './wechat.ts';

/** Every client of the catalogue, most wanted first. */
export const CATALOGUE_IDS = ['wechat'] as const;

export type CatalogueId = (typeof CATALOGUE_IDS)[number];

/** The table; leaving one out does not compile. */
export const CATALOGUE: Readonly<Record<CatalogueId, Client>> = { wechat };

/** The whole catalogue as a list, in the order of `CATALOGUE_IDS`. */
export const clients: readonly Client[] = CATALOGUE_IDS.map((id) => CATALOGUE[id]);
