import type { SetUpPlanView, SetUpStepView } from "../../../preload/contract.ts";
import { type IdentityFieldId, identityFields } from "../../core/profile/identity-fields.ts";
import { describeProfile, type ProfileDocument } from "../../core/profile/index.ts";
import {
  namesIn,
  type PlanState,
  type SetupPlan,
  type SetupStep,
  textWithSaved,
} from "../../core/setup/index.ts";

/** What a set-up gives each identity field of a profile; null where it leaves one alone. */
export function settingsOf({ prints }: Pick<SetupPlan, "prints">): readonly {
  readonly field: IdentityFieldId;
  readonly title: string;
  readonly value: string;
}[] {
  const all = [
    { field: "login-app", title: "App of the login", value: prints.clientId },
    { field: "check-app", title: "App of the check", value: prints.clientId },
    { field: "login-scopes", title: "Scopes of the login", value: prints.loginScopes },
    { field: "check-scopes", title: "Scopes of the check", value: prints.checkScopes },
  ] as const;
  return all.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]));
}

/** The steps with what was seen of them. */
export function stepViews(plan: SetupPlan, state: PlanState): readonly SetUpStepView[] {
  return plan.steps.map((step) => {
    const { id, title, role, lookUp, create, update, byHand, press } = step;
    const seen = state.steps.find((each) => each.id === id);
    return {
      ...{ id, title, role, lookUp, create, update, byHand, press },
      state: seen?.state ?? "cannot-tell",
      reason: seen?.reason ?? "",
      bracesFrom: bracesFrom(plan, step),
    };
  });
}

/** The numbers of the steps that bring what the requests of a step have in braces; its own stands for its own look-up. */
function bracesFrom({ steps }: SetupPlan, { lookUp, create, update, press }: SetupStep): readonly number[] {
  const shown = [lookUp, create, update ?? press].filter((request) => request !== null);
  const names = new Set(shown.flatMap(namesIn));
  return steps.flatMap(({ saves }, index) =>
    Object.keys(saves).some((name) => names.has(name)) ? [index + 1] : [],
  );
}

/** The settings as they would stand in the profile, and whether they do already. */
export function settingViews(
  plan: SetupPlan,
  state: PlanState,
  document: ProfileDocument,
): SetUpPlanView["settings"] {
  const fields = identityFields(describeProfile(document).payloads);
  return settingsOf(plan).map(({ field, title, value: template }) => {
    const value = textWithSaved(template, state.saved);
    const places = fields.find(({ id }) => id === field)?.places ?? [];
    return { title, value, holds: places.length > 0 && places.every((place) => place.value === value) };
  });
}
