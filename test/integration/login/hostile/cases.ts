import { answerCases } from "./answer-cases.ts";
import { callbackCases } from "./callback-cases.ts";
import type { HostileCase } from "./case.ts";
import { discoveryCases } from "./discovery-cases.ts";
import { tokenCases } from "./token-cases.ts";
import { userInfoCases } from "./userinfo-cases.ts";

/** Every way to lie that the suite knows. */
export const hostileCases: readonly HostileCase[] = [
  ...callbackCases,
  ...tokenCases,
  ...answerCases,
  ...discoveryCases,
  ...userInfoCases,
];
