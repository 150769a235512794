import { Exported, readOnly as read } from './exported.ts';

/** One picture as `a(iiay)`: width, height, ARGB. We only name an icon of the theme. */
type Pixmaps = readonly (readonly [number, number, Uint8Array])[];

/** `org.kde.StatusNotifierItem` as Qt exports it (freedesktop.org, "StatusNotifierItem"). */
export class Item extends Exported {
  readonly Category = 'Communications';
  readonly Id = 'practice';
  Title: string;
  Status: 'Active' | 'NeedsAttention' = 'Active';
  readonly WindowId = 0;
  readonly IconName = 'user-available';
  readonly IconThemePath = '';
  readonly IconPixmap: Pixmaps = [];
  readonly OverlayIconName = '';
  readonly OverlayIconPixmap: Pixmaps = [];
  readonly AttentionIconName = 'dialog-question';
  readonly AttentionIconPixmap: Pixmaps = [];
  readonly AttentionMovieName = '';
  readonly ItemIsMenu = false;
  readonly Menu: string;

  constructor(title: string, menu: string) {
    super('org.kde.StatusNotifierItem');
    this.Title = title;
    this.Menu = menu;
  }

  get ToolTip(): readonly [string, Pixmaps, string, string] {
    return ['', [], this.Title, ''];
  }

  /** Clicks on the icon itself would show a window, which we have not. */
  Activate(_x: number, _y: number): void {}
  SecondaryActivate(_x: number, _y: number): void {}
  ContextMenu(_x: number, _y: number): void {}
  Scroll(_delta: number, _orientation: string): void {}

  NewTitle(): void {}
  NewToolTip(): void {}
  NewStatus(status: string): string {
    return status;
  }
}

const place = { inSignature: 'ii' };

Item.configureMembers({
  properties: {
    ...{ Category: read('s'), Id: read('s'), Title: read('s'), Status: read('s') },
    ...{ WindowId: read('u'), IconName: read('s'), IconThemePath: read('s') },
    ...{ IconPixmap: read('a(iiay)'), OverlayIconName: read('s') },
    ...{ OverlayIconPixmap: read('a(iiay)'), AttentionIconName: read('s') },
    ...{ AttentionIconPixmap: read('a(iiay)'), AttentionMovieName: read('s') },
    ...{ ToolTip: read('(sa(iiay)ss)'), ItemIsMenu: read('b'), Menu: read('o') },
  },
  methods: {
    ...{ Activate: place, SecondaryActivate: place, ContextMenu: place },
    Scroll: { inSignature: 'is' },
  },
  signals: { NewTitle: {}, NewToolTip: {}, NewStatus: { signature: 's' } },
});
