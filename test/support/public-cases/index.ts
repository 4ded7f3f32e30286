import { blanks } from "./blanks.ts";
import { damage } from "./damage.ts";
import type { PublicCase } from "./public-case.ts";
import { sound } from "./sound.ts";

/** Every case, kind after kind; a kind is a file of its own. */
export const publicCases: readonly PublicCase[] = [...sound, ...blanks, ...damage];
