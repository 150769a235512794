import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/**
 * Calls back once the connection to the host is over. The SDK does not tell, and would leave us running for
 * nobody; Node tells of every socket that is opened (channel `net.client.socket`, Node 18.8).
 */
export function onHostGone(port: number, then: () => void): void {
  let found = false;
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { readonly socket: Socket };
    // The first one that reaches the host's port is the host's; no other program is connected to.
    socket.once('connect', () => {
      if (found || socket.remotePort !== port) return;
      found = true;
      socket.once('close', then);
    });
    // Nobody listens there: the host went away before we came.
    socket.once('error', () => {
      if (!found && socket.remotePort === undefined) then();
    });
  });
}
