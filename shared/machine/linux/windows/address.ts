import type { NetConnectOpts } from 'node:net';

/** Where an X server listens. */
export interface DisplayPlace {
  readonly number: number;
  readonly socket: NetConnectOpts;
  /** The file of the socket, for a server on this computer. */
  readonly socketFile?: string;
}

/**
 * The place that DISPLAY names (X(7), "Display names"): `:1`, `:1.0`, `unix:1` by socket, `host:10.0` by
 * TCP, as ssh makes it. Undefined for anything else.
 */
export function parseDisplay(text: string): DisplayPlace | undefined {
  const found = /^(?:[a-z]+\/)?([^:/]*|\[[\da-f:]+\]):(\d{1,5})(?:\.\d+)?$/i.exec(text);
  if (!found) return undefined;
  const number = Number(found[2]);
  const host = found[1]?.replace(/^\[|\]$/g, '') ?? '';
  if (host === '' || host === 'unix') {
    const socketFile = `/tmp/.X11-unix/X${number}`;
    return { number, socket: { path: socketFile }, socketFile };
  }
  return number + 6_000 > 65_535 ? undefined : { number, socket: { host, port: 6_000 + number } };
}
