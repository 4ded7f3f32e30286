/** A file that was parsed, for `readWords`. */
export type SourceFile = { readonly path: string };

export function parse(path: string, code: string): SourceFile;
