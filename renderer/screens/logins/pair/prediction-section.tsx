import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Icon, type IconName } from "../../../components/icon.tsx";
import { Tag, type Tone } from "../../../components/tag.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { policiesSource } from "../../../features/policies/policies-source.ts";
import { usePolicies } from "../../../stores/context.ts";
import { PoliciesActions } from "../predicted/policies-actions.tsx";
import { type Agreement, agreementOf, predictedWord } from "../predicted/prediction.ts";
import { signInSummary } from "./sign-in-summary.ts";

/** What was predicted for both sign-ins beside what they answered. */
export function PredictionSection({
  login,
  check,
}: {
  readonly login: LoginResult;
  readonly check: LoginResult;
}): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const isPredicted = login.prediction !== undefined || check.prediction !== undefined;
  return (
    <Section
      title="Prediction and result"
      {...(policies === null ? {} : { aside: policiesSource(policies) })}
    >
      {isPredicted ? (
        <table className="prediction-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Sign-in</span>
              </th>
              <th scope="col">Predicted</th>
              <th scope="col">Live answer</th>
            </tr>
          </thead>
          <tbody>
            <PredictionRow title="Login" result={login} />
            <PredictionRow title="Check" result={check} />
          </tbody>
        </table>
      ) : (
        <p className="note quiet">
          {policies === null
            ? "Load your policies, and later runs say which of them causes the answers."
            : policies.count === 0
              ? "No policies: Conditional Access asks neither sign-in for anything."
              : "This run was made before these policies were loaded."}
        </p>
      )}
      {policies?.source !== "practice" && <PoliciesActions policies={policies} />}
    </Section>
  );
}

const agreements: Readonly<
  Record<Agreement, { readonly tone: Tone; readonly icon: IconName; readonly word: string }>
> = {
  agree: { tone: "ok", icon: "check", word: "agrees" },
  differ: { tone: "warn", icon: "warning", word: "differs" },
  open: { tone: "mute", icon: "question", word: "does not tell" },
};

function PredictionRow({
  title,
  result,
}: {
  readonly title: string;
  readonly result: LoginResult;
}): ReactNode {
  const { prediction } = result;
  if (prediction === undefined) {
    return null;
  }
  const { word, tone } = predictedWord(prediction);
  const agreement = agreements[agreementOf(result)];
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        <Tag tone={tone}>{word}</Tag>
      </td>
      <td>
        {signInSummary(result).answer}{" "}
        <span className={`tone-${agreement.tone} prediction-agreement`}>
          <Icon name={agreement.icon} size="small" /> {agreement.word}
        </span>
      </td>
    </tr>
  );
}
