import type { Known } from '../../core/known.ts';

/** A picture that was kept: its file (0600), and SHA-256 of it as 64 hexadecimal digits. */
export interface Picture {
  readonly file: string;
  readonly sha256: string;
}

/** One still picture of the screen. It shows whatever is open there: personal information. */
export interface Evidence {
  /**
   * Takes it with this text drawn into it, and keeps it as `name` in the state folder. Where the text cannot be drawn
   * nothing is kept. Never throws.
   */
  picture(text: string, name: string): Promise<Known<Picture>>;
}
