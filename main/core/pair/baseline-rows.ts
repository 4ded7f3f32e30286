import { findRecipe } from "../recipes/catalogue.ts";
import type { BaselineSetting } from "../recipes/recipe.ts";
import type { Predicted } from "./with-prediction.ts";

/** What one sign-in meets under a setting. */
export type BaselineCell = "mfa" | "no-mfa" | "blocked" | "depends";

/** Both sign-ins under one way to treat basic scopes. */
export type BaselineRow = {
  readonly setting: BaselineSetting;
  /** The setting that the run was judged under. */
  readonly isCurrent: boolean;
  readonly login: BaselineCell;
  readonly check: BaselineCell;
};

/**
 * What both sign-ins would meet under each baseline-scope setting: from the policies where they are loaded, else from the
 * recipe that the runs follow. Empty where neither is known.
 */
export function baselineRows(predicted: Predicted | null, recipe: string | null): readonly BaselineRow[] {
  return predicted === null || predicted.signIns.length < 2 ? fromRecipe(recipe) : fromPolicies(predicted);
}

const settings: readonly BaselineSetting[] = ["enforced", "legacy", "placeholder"];

function fromPolicies(predicted: Predicted): readonly BaselineRow[] {
  const current = settingOf(predicted.baselineScopes);
  const cell = (id: SignIn["id"], setting: BaselineSetting): BaselineCell | null => {
    const signIn = predicted.signIns.find((one) => one.id === id);
    if (signIn === undefined) return null;
    if (setting === current) return cellOf(signIn.verdict);
    const other = signIn.otherSettings.find(({ baselineScopes }) => baselineScopes === setting);
    // A sign-in that asks for an API of its own is the same under every setting.
    return cellOf(other?.verdict ?? signIn.verdict);
  };
  return settings
    .filter((setting) => setting !== "placeholder" || current === "placeholder")
    .flatMap((setting) => {
      const [login, check] = [cell("login-window", setting), cell("password-check", setting)];
      return login === null || check === null
        ? []
        : [{ setting, isCurrent: setting === current, login, check }];
    });
}

type SignIn = Predicted["signIns"][number];

/** Anything but the two names is the app id of a placeholder. */
function settingOf(baselineScopes: string): BaselineSetting {
  return baselineScopes === "enforced" || baselineScopes === "legacy" ? baselineScopes : "placeholder";
}

/** What a verdict comes to for its sign-in. */
export function cellOf({ mfa, blocked }: Pick<SignIn["verdict"], "mfa" | "blocked">): BaselineCell {
  if (blocked === "yes") return "blocked";
  if (mfa === "yes") return "mfa";
  return mfa === "no" && blocked === "no" ? "no-mfa" : "depends";
}

function fromRecipe(name: string | null): readonly BaselineRow[] {
  const recipe = findRecipe(name);
  if (recipe === null) return [];
  return settings.flatMap((setting) => {
    const outcome = recipe.outcomes[setting];
    if (outcome === null) return [];
    const check = outcome.check === "clean" ? "no-mfa" : outcome.check;
    return [{ setting, isCurrent: false, login: outcome.login, check }];
  });
}
