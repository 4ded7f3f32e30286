/** What one file says: by code, and without one. */
export type Said = {
  readonly path: string;
  readonly records: readonly {
    readonly code: string;
    readonly said: readonly { readonly slot: string; readonly text: string }[];
  }[];
  readonly sentences: readonly string[];
};

export function readSaid(root: string): readonly Said[];
