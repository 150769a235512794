/** A period, both ends in it: ms since 1970, infinite where it has no end. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const isWithin = ({ from, to }: Span, at: number): boolean => at >= from && at <= to;
