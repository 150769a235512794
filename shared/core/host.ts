/** What an audit log says of the computer and the account; what is not known is absent. */
export interface Host {
  readonly hostname?: string;
  /** Addresses of its own networks, never asked of anybody outside. */
  readonly addresses: readonly string[];
  /** `Linux 6.1.0`. */
  readonly system: string;
  readonly user: { readonly name?: string; readonly id?: string };
}
