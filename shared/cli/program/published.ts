/** The formats that `schema` prints, by name: what is printed, what was kept, what is read. No schema is loaded for help. */
export const NAMES = [
  ...(['receipt', 'receipts', 'receipt-1', 'status', 'plan', 'log', 'doctor', 'accounts'] as const),
  ...(['restore', 'clients', 'code', 'presence', 'uninstall'] as const),
  ...(['policy-show', 'policy-check', 'policy-explain', 'policy-presets'] as const),
  ...(['error', 'client', 'policy', 'policy-1', 'places'] as const),
  ...([
    'device',
    'audit-verify',
    'audit-proof',
    'audit-ship',
    'audit-status',
    'order',
    'approval',
    'volume-token',
  ] as const),
];

export type Published = (typeof NAMES)[number];
