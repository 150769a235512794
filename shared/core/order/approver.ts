/** Who approved: a name of `allowed_signers`, and the fingerprint of the key as ssh-keygen prints it. */
export interface Approver {
  readonly principal: string;
  readonly key: string;
}
