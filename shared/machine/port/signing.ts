/** What a signature is for: one that was made for one thing is none for another (ssh-keygen(1), -n). */
export type Namespace = 'clean-exit-order' | 'clean-exit-volume' | 'clean-exit-proof';

/** What to sign, and with which key. */
export interface ToSign {
  readonly namespace: Namespace;
  readonly text: string;
  /** A private key, or a public one whose private half the agent or a security key has; absolute path. */
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
}

/** A signature as ssh-keygen(1) writes it, or why there is none. */
export type Signed =
  | { readonly signature: string }
  | {
      readonly why:
        | 'no-program' // there is no ssh-keygen here
        | 'no-key' // no such key can be read
        | 'timeout' // nobody touched the key, or typed its password, in time
        | 'failed'; // it said no; the detail is what it said
      readonly detail: string;
    };

export interface ToCheck {
  readonly namespace: Namespace;
  readonly text: string;
  readonly signature: string;
}

/** Whose signature it is, or why it counts for nothing. */
export type Checked =
  | {
      /** All names that `allowed_signers` has for this key. */
      readonly principals: readonly string[];
      /** `SHA256:…`, as ssh-keygen prints it; of a certificate that of the key in it. */
      readonly key: string;
    }
  | {
      readonly why:
        | 'not-a-signature'
        | 'wrong-namespace'
        | 'bad-signature'
        | 'unknown-signer'
        | 'signer-expired'
        | 'signer-pattern'
        | 'no-signers'
        | 'cannot-check';
      readonly detail: string;
    };

/** Signatures by ssh-keygen(1), and whose they are by `allowed_signers`. Nothing throws. */
export interface Signing {
  sign(order: ToSign): Promise<Signed>;
  check(order: ToCheck): Promise<Checked>;
  /** The person's own key for this, from the settings folder; undefined where none is named. */
  ownKey(): string | undefined;
}
