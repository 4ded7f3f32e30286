import type { BaselineCell, BaselineSetting, RecipeOutcome } from "../../../preload/contract.ts";
import type { Tone } from "../../components/tag.tsx";

type Word = { readonly word: string; readonly tone: Tone };

/** How a tenant treats basic scopes, in the words of its settings. */
export const settingTitles: Readonly<Record<BaselineSetting, string>> = {
  enforced: "Enforced",
  legacy: "Legacy",
  placeholder: "Placeholder app",
};

/** What the login meets, as the pair writes it everywhere. MFA is neither good nor bad; that nobody is asked is worth a look. */
export function loginWord(cell: BaselineCell | RecipeOutcome["login"]): Word {
  const words: Readonly<Record<BaselineCell, Word>> = {
    mfa: { word: "MFA", tone: "mfa" },
    "no-mfa": { word: "no MFA", tone: "warn" },
    blocked: { word: "blocked", tone: "err" },
    depends: { word: "depends", tone: "mute" },
  };
  return words[cell];
}

/** What the check meets: it is wanted clean, and its MFA is a 50076. */
export function checkWord(cell: BaselineCell | RecipeOutcome["check"]): Word {
  switch (cell) {
    case "clean":
    case "no-mfa":
      return { word: "clean", tone: "ok" };
    case "mfa":
      return { word: "50076", tone: "warn" };
    case "blocked":
      return { word: "blocked", tone: "err" };
    case "depends":
      return { word: "depends", tone: "mute" };
  }
}

/** What policies would ask of the check, where its own answer says that it would not come that far. */
export function demandWord(cell: BaselineCell | RecipeOutcome["check"]): Word {
  switch (cell) {
    case "clean":
    case "no-mfa":
      return { word: "No MFA", tone: "mute" };
    case "mfa":
      return { word: "MFA", tone: "mfa" };
    case "blocked":
    case "depends":
      return checkWord(cell);
  }
}
