/** A test as its file declares it: the titles of the groups around it, and its own. */
export type DeclaredTest = { readonly groups: readonly string[]; readonly title: string };

export type DeclaredTests = {
  readonly intro: string;
  readonly tests: readonly DeclaredTest[];
  readonly stray: readonly string[];
};

export function readTests(file: string, code: string, marker?: string): DeclaredTests;
