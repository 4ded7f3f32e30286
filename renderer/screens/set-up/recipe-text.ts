import type { BothMeet, RecipeName } from "../../../preload/contract.ts";
import { checkWord, loginWord } from "../../features/recipes/outcome-text.ts";

type RecipeWords = {
  /** Under its name. */
  readonly note: string;
  readonly risk: string;
  readonly isRiskGrave: boolean;
  /** The risk says what the recipe's caution says. */
  readonly saysCaution?: boolean;
  readonly who: string;
  /** As the templates say it. */
  readonly isRecommended?: true;
};

/** What a row of the table says about a recipe beside what both sign-ins meet. Sources: `docs/conditional-access.md`. */
export const recipeWords: Readonly<Partial<Record<RecipeName, RecipeWords>>> = {
  simple: {
    note: "Nothing excluded",
    risk: "Red lines in the log all day",
    isRiskGrave: true,
    who: "Policy admins",
  },
  "custom-scope-2023": {
    note: "Held until June 2026",
    risk: "Each check counts as a failure",
    isRiskGrave: true,
    who: "App and policy admins",
  },
  "api-excluded": {
    note: "Jamf’s guide today",
    risk: "No login MFA if basic scopes are legacy",
    isRiskGrave: false,
    who: "App and policy admins",
  },
  "two-apis": {
    note: "Holds, enforced or legacy",
    risk: "One-factor token: give that app no permissions",
    isRiskGrave: true,
    saysCaution: true,
    who: "App and policy admins",
    isRecommended: true,
  },
  placeholder: {
    note: "Tenant setting plus B",
    risk: "No MFA for any app that asks only for basic scopes",
    isRiskGrave: true,
    saysCaution: true,
    who: "Policy admins, all app owners",
  },
};

/** What both sign-ins meet, as the pair shows it. */
export function pairOf({ login, check }: BothMeet) {
  return { login: loginWord(login), check: checkWord(check) };
}
