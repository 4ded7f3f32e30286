import type { Said } from "./said.d.mts";
import type { SourceFile } from "./source-files.d.mts";

export function readWords(files: ReadonlyMap<string, SourceFile>): readonly Said[];
