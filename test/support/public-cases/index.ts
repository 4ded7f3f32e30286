import { blanks } from "./blanks.ts";
import { containers } from "./containers.ts";
import { damage } from "./damage.ts";
import { hybrid } from "./hybrid.ts";
import { knowledge } from "./knowledge.ts";
import { misplaced } from "./misplaced.ts";
import { policies } from "./policies.ts";
import type { PublicCase } from "./public-case.ts";
import { odd } from "./signed.ts";
import { silent } from "./silent.ts";
import { sound } from "./sound.ts";
import { words } from "./words.ts";

/** Every case, kind after kind; a kind is a file of its own. */
export const publicCases: readonly PublicCase[] = [
  ...sound,
  ...policies,
  ...hybrid,
  ...words,
  ...blanks,
  ...containers,
  ...silent,
  ...odd,
  ...knowledge,
  ...damage,
  ...misplaced,
];
