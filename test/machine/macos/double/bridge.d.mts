export interface System {
  readonly applications: readonly {
    readonly pid: number;
    readonly bundleId?: string;
    readonly executable?: string;
    readonly hidden?: boolean;
    readonly launched?: number;
  }[];
  readonly windows?: readonly {
    readonly number: number;
    readonly pid: number;
    readonly layer: number;
    readonly owner?: string;
    readonly visible?: boolean;
    readonly title?: string;
    readonly alpha?: number;
    /** And height. */
    readonly width?: number;
  }[];
  terminate?(app: { readonly pid: number }): boolean;
  hide?(app: { readonly pid: number }): boolean;
  trash?(file: string): { readonly to: string } | { readonly code: number; readonly why: string };
}
export declare function runJxa(script: string, argv: readonly string[], system: System): string;
