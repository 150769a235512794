/** Where an action is put. */
export interface Where {
  readonly action: string;
  readonly controller?: 'Keypad' | 'Encoder';
  readonly column?: number;
  readonly row?: number;
  readonly isInMultiAction?: boolean;
  readonly settings?: unknown;
}

/** An action that lies on a deck, with what its host keeps of it. */
export class Place {
  readonly context: string;
  readonly action: string;
  readonly controller: 'Keypad' | 'Encoder';
  readonly coordinates: { readonly column: number; readonly row: number };
  readonly isInMultiAction: boolean;
  settings: unknown;
  /** What the plugin last painted. */
  image: string | undefined;

  constructor(context: string, where: Where) {
    this.context = context;
    this.action = where.action;
    this.controller = where.controller ?? 'Keypad';
    this.coordinates = { column: where.column ?? 0, row: where.row ?? 0 };
    this.isInMultiAction = where.isInMultiAction ?? false;
    this.settings = where.settings ?? {};
  }
}
