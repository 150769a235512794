/** What we use of the library `x11`, which brings no types. Read in its lib/xcore.js and lib/ext/res.js. */
declare module 'x11' {
  import type { EventEmitter } from 'node:events';
  import type { Socket } from 'node:net';

  /** `error` is the number of the protocol's error. The callback answers whether it dealt with it. */
  export type Answer<T> = (
    error: (Error & { readonly error?: number }) | null,
    value: T,
  ) => boolean;

  export interface Property {
    readonly type: number;
    readonly data: Buffer;
  }

  export interface Attributes {
    readonly klass: number;
    readonly mapState: number;
    readonly overrideRedirect: number;
  }

  export interface Size {
    readonly width: number;
    readonly height: number;
  }

  export interface Tree {
    readonly children: readonly number[];
  }

  export interface ClientPid {
    readonly client: number;
    readonly value: readonly number[];
  }

  export interface ClientMessage {
    readonly name: 'ClientMessage';
    readonly seq: 0;
    readonly format: 32;
    readonly wid: number;
    readonly message_type: number;
    readonly data: readonly number[];
  }

  export interface Resources {
    QueryClientIds(
      specs: readonly { readonly client: number; readonly mask: number }[],
      answer: Answer<readonly ClientPid[]>,
    ): void;
  }

  export interface Client extends EventEmitter {
    atoms: Record<string, number>;
    InternAtom(onlyIfExists: boolean, name: string, answer: Answer<number>): void;
    /** Answers the window that owns the selection, or 0. */
    GetSelectionOwner(selection: number, answer: Answer<number>): void;
    QueryTree(window: number, answer: Answer<Tree>): void;
    GetWindowAttributes(window: number, answer: Answer<Attributes>): void;
    GetGeometry(window: number, answer: Answer<Size>): void;
    /** The first argument deletes the property; `offset` and `length` count 4 bytes. */
    GetProperty(
      remove: 0,
      window: number,
      name: number,
      type: number,
      offset: number,
      length: number,
      answer: Answer<Property>,
    ): void;
    SendEvent(
      to: number,
      propagate: 0,
      eventMask: number,
      event: ClientMessage,
      answer: Answer<unknown>,
    ): void;
    require(extension: 'res', answer: (error: Error | null, found?: Resources) => void): void;
  }

  export interface Setup {
    readonly client: Client;
    readonly screen: readonly { readonly root: number }[];
    readonly resource_base: number;
    readonly resource_mask: number;
  }

  export interface ClientOptions {
    readonly display: string;
    readonly stream: Socket;
    readonly auth: { readonly name: string; readonly data: string };
    readonly disableBigRequests: true;
  }

  const x11: {
    createClient(
      options: ClientOptions,
      done: (error: Error | null | undefined, setup?: Setup) => void,
    ): Client;
  };
  export default x11;
}
