import type {
  DeckState,
  DeviceId,
  Ending,
  Placed,
  ToPage,
} from '../../../streamdeck/desk/messages.ts';

const SIZES: Readonly<Record<DeviceId, Pick<DeckState, 'columns' | 'rows' | 'dials'>>> = {
  mk2: { columns: 5, rows: 3, dials: 0 },
  xl: { columns: 8, rows: 4, dials: 0 },
  plus: { columns: 4, rows: 2, dials: 4 },
  neo: { columns: 4, rows: 2, dials: 0 },
  pedal: { columns: 3, rows: 1, dials: 0 },
  mini: { columns: 3, rows: 2, dials: 0 },
};

const palette: DeckState['palette'] = [
  {
    uuid: 'safe-exit',
    name: 'Safe Exit',
    tooltip: 'Asks the client to quit, waits, looks again.',
    icon: 'plugin/icon.svg',
    controllers: ['Keypad'],
  },
  {
    uuid: 'force-exit',
    name: 'Force Exit',
    tooltip: 'Hold to end the client at once.',
    icon: 'plugin/icon.svg',
    controllers: ['Keypad'],
  },
  {
    uuid: 'dial',
    name: 'Exit Dial',
    tooltip: 'Turn to choose a client, press for a safe exit.',
    icon: 'plugin/icon.svg',
    controllers: ['Encoder'],
  },
];

/** An image as the plugin sends it. */
export const image = (word: string, width = 144, height = 144): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#14171C"/><text x="${width / 2}" y="${height - 12}" text-anchor="middle" font-size="19" fill="#F4F6F8">${word}</text></svg>`,
  )}`;

export const placed = (slot: string, action: string, name: string, label: string): Placed => ({
  slot,
  context: `context-of-${slot}`,
  action,
  name,
  label,
  image: slot.startsWith('dial:') ? image(label, 200, 100) : image(label),
});

/** A deck with a Safe Exit key, a Force Exit key and, where there are dials, an Exit Dial. */
export function deckOf(device: DeviceId, changes: Partial<DeckState> = {}): DeckState {
  const size = SIZES[device];
  return {
    device,
    ...size,
    host: 'elgato',
    language: 'en',
    placed: [
      placed('key:0,0', 'safe-exit', 'Safe Exit', 'running'),
      placed('key:1,0', 'force-exit', 'Force Exit', 'force exit'),
      ...(size.dials === 0 ? [] : [placed('dial:0', 'dial', 'Exit Dial', 'any chat')]),
    ],
    palette,
    plugin: { state: 'running', pid: 4711 },
    ...changes,
  };
}

/** The end of a request to the practice client. */
export const endingOf = (request: Ending['request'], verdict: Ending['verdict']): Ending => ({
  ...{ name: 'Practice', isPractice: true },
  ...{ request, verdict, result: verdict === 'gone' ? 'done' : 'partly' },
});

/** Lines of the log, numbered from `first`. */
export const logLines = (first: number, count: number): ToPage & { kind: 'log' } => ({
  kind: 'log',
  lines: Array.from({ length: count }, (_, at) => ({
    at: 1_795_000_000_000 + first + at,
    from: at % 2 === 0 ? ('host' as const) : ('plugin' as const),
    event: at % 2 === 0 ? 'keyDown' : 'setImage',
    text: `{"line":${first + at}}`,
  })),
});
