import type { FromPage, ToPage } from '../messages.ts';

const AGAIN_AFTER_MS = 1_000;

/** The server's socket lies beside the page; it is told which language is preferred here (`zh-CN`). */
export const socketAddress = (
  { protocol, host, pathname }: Pick<Location, 'protocol' | 'host' | 'pathname'>,
  language: string,
): string =>
  `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${pathname.replace(/[^/]*$/, '')}socket?language=${encodeURIComponent(language)}`;

/** Keeps a socket to the server, also after it was lost; what is sent meanwhile is not kept. */
export function link(
  address: () => string,
  heard: (message: ToPage) => void,
  became: (state: 'open' | 'lost') => void,
): (message: FromPage) => void {
  let socket = connect();

  function connect(): WebSocket {
    const one = new WebSocket(address());
    one.addEventListener('open', () => became('open'));
    one.addEventListener('message', ({ data }: MessageEvent<string>) =>
      heard(JSON.parse(data) as ToPage),
    );
    one.addEventListener('close', () => {
      became('lost');
      setTimeout(() => (socket = connect()), AGAIN_AFTER_MS);
    });
    return one;
  }

  return (message) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
}
