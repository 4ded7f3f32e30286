import type { ReactNode } from "react";
import type { SignInPrediction } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { FindingNote } from "../../../components/finding-note.tsx";
import { Icon } from "../../../components/icon.tsx";
import { policiesSource } from "../../../features/policies/policies-source.ts";
import { ShowPolicies } from "../../../features/policies/show-policies.tsx";
import { useSetUpRecipe } from "../../../features/recipes/use-set-up-recipe.ts";
import { usePolicies, usePractice } from "../../../stores/context.ts";
import { findingName } from "../../../text/finding-name.ts";
import { changedSwitches } from "../practice/changed-switches.ts";
import { ForecastPair } from "./forecast-pair.tsx";
import { PoliciesActions } from "./policies-actions.tsx";

/** Before a run: what the loaded policies predict for both sign-ins, or the way to load some; nothing until it is known. */
export function Forecast(): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const forecast = usePolicies((state) => state.forecast);
  const isKnown = usePolicies((state) => state.isForecastKnown);
  const practice = usePractice((state) => state.status);
  // The scenario tells why, above, as long as it stands as it came.
  const isTold =
    practice.running &&
    policies?.source === "practice" &&
    changedSwitches(practice.switches, practice.scenarioSwitches) === 0;
  if (!isKnown) {
    return (
      <section className="forecast" aria-label="Prediction" aria-busy="true">
        <div className="forecast-head">
          <h3>Prediction</h3>
        </div>
      </section>
    );
  }
  return (
    <section className="forecast" aria-label="Prediction">
      <div className="forecast-head">
        <h3>Prediction</h3>
        {forecast !== null && <ForecastPair login={forecast.login} check={forecast.check} />}
        {policies !== null && <span className="small faint">from {policiesSource(policies)}</span>}
      </div>
      {forecast === null ? (
        <p className="note quiet">
          {policies === null
            ? "Load your Conditional Access policies to see which of them each sign-in will meet."
            : policies.count === 0
              ? "No policies: Conditional Access asks neither sign-in for anything."
              : "These policies say nothing about this profile: Entra answers none of its sign-ins."}
        </p>
      ) : isTold ? null : (
        <dl className="forecast-sign-ins">
          <ForecastSignIn title="Login window" icon="login-window" prediction={forecast.login} />
          <ForecastSignIn title="Password check" icon="password-check" prediction={forecast.check} />
        </dl>
      )}
      {forecast !== null && forecast.findings.length > 0 && (
        <div className="forecast-findings">
          {forecast.findings.map((finding) => (
            <FindingNote key={findingName(finding)} finding={finding} />
          ))}
        </div>
      )}
      <div className="forecast-actions">
        {policies?.source !== "practice" && <PoliciesActions policies={policies} />}
        <ForecastLeads recipe={forecast?.recipe ?? null} hasPolicies={(policies?.count ?? 0) > 0} />
      </div>
    </section>
  );
}

/** The way to the policies one by one, and to the recipes. */
function ForecastLeads({
  recipe,
  hasPolicies,
}: {
  readonly recipe: string | null;
  readonly hasPolicies: boolean;
}): ReactNode {
  const setUp = useSetUpRecipe();
  return (
    <>
      {hasPolicies && <ShowPolicies label="Conditional Access" />}
      <Button look={["plain", "small"]} onPress={() => setUp(recipe ?? "two-apis")}>
        Set up the tenant…
      </Button>
    </>
  );
}

type ForecastSignInProps = {
  readonly title: string;
  readonly icon: "login-window" | "password-check";
  readonly prediction: SignInPrediction | null;
};

function ForecastSignIn({ title, icon, prediction }: ForecastSignInProps): ReactNode {
  return (
    <div>
      <dt>
        <Icon name={icon} size="small" /> {title}
      </dt>
      <dd>
        {prediction?.text ??
          "The profile has no settings for this sign-in, or sends it to another provider than Entra."}
      </dd>
    </div>
  );
}
