import type { PublicCase } from "./public-case.ts";
import { sound } from "./sound.ts";

/** Every case, kind after kind; a kind is a file of its own. */
export const publicCases: readonly PublicCase[] = [...sound];
