/** A message of the protocol, as far as the host looks into it. */
export interface Message {
  readonly event: string;
  readonly uuid?: string;
  readonly context?: string;
  readonly id?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Undefined for what is no message: nobody who sends nonsense can stop the host. */
export function parsed(text: string): Message | undefined {
  try {
    const message: unknown = JSON.parse(text);
    const isMessage =
      typeof message === 'object' &&
      message !== null &&
      'event' in message &&
      typeof message.event === 'string';
    return isMessage ? (message as Message) : undefined;
  } catch {
    return undefined;
  }
}
