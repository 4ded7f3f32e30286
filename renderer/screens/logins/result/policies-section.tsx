import type { ReactNode } from "react";
import type {
  LoginResult,
  PoliciesView,
  PolicyName,
  SignInPrediction,
} from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { Tag } from "../../../components/tag.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { policiesSource } from "../../../features/policies/policies-source.ts";
import { ShowPolicies } from "../../../features/policies/show-policies.tsx";
import { usePolicies } from "../../../stores/context.ts";
import { PoliciesActions } from "../predicted/policies-actions.tsx";
import { agreementOf, predictedWord } from "../predicted/prediction.ts";

/** Which policies stand behind an answer, and whether the prediction held; or the way to load policies. */
export function PoliciesSection({ result }: { readonly result: LoginResult }): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const { prediction } = result;
  return (
    <Section
      title={prediction === undefined ? "Conditional Access" : "Policies behind it"}
      {...(policies === null ? {} : { aside: policiesSource(policies) })}
    >
      {prediction === undefined ? (
        <p className="note quiet">{unpredictedText(policies)}</p>
      ) : (
        <>
          <NamedPolicies result={result} />
          {(prediction.policies.length === 0 || result.namedPolicies !== undefined) && (
            <p className="note quiet">{prediction.text}</p>
          )}
          <PredictedPolicies prediction={prediction} named={result.namedPolicies ?? []} />
          <AgreementLine result={result} prediction={prediction} />
        </>
      )}
      {policies !== null && policies.count > 0 && (
        <ShowPolicies label="Show in Conditional Access" className="section-link" />
      )}
      {policies?.source !== "practice" && <PoliciesActions policies={policies} />}
    </Section>
  );
}

function unpredictedText(policies: PoliciesView | null): string {
  if (policies === null) return "Load your policies, and later runs say which of them causes the answer.";
  if (policies.count > 0) return "This run was made before these policies were loaded.";
  return policies.source === "practice"
    ? "The practice tenant has no policy, so none is behind the answer."
    : "The loaded file has no policy, so it cannot name one behind the answer.";
}

/** Named by the answer is proof; everything else about policies is a prediction. */
function NamedPolicies({ result }: { readonly result: LoginResult }): ReactNode {
  return (result.namedPolicies ?? []).map(({ id, displayName }) => (
    <p key={id} className="policy-named">
      <b>{displayName}</b> <Tag tone="accent">named by the answer</Tag>
    </p>
  ));
}

/** The policies that stand behind the prediction, each with its reasons. */
function PredictedPolicies({
  prediction,
  named,
}: {
  readonly prediction: SignInPrediction;
  readonly named: readonly PolicyName[];
}): ReactNode {
  const others = prediction.policies.filter(({ id }) => !named.some((policy) => policy.id === id));
  return others.map(({ id, displayName, effect, because }) => (
    <p key={id} className="note policy-reason">
      <b>{displayName}</b>
      {effect !== undefined && <span className="quiet">: {effect}. </span>}
      {because !== undefined && <span className="quiet">{telling(because).join(" ")}</span>}
    </p>
  ));
}

/** Reasons that set this sign-in apart from others; that a policy is for everybody or everything goes without saying. */
function telling(because: readonly string[]): readonly string[] {
  const told = because.filter((reason) => !reason.startsWith("The policy is for all "));
  return told.length === 0 ? because : told;
}

type AgreementLineProps = {
  readonly result: LoginResult;
  readonly prediction: NonNullable<LoginResult["prediction"]>;
};

const agreementText = {
  agree: { tone: "tone-ok", icon: "check", words: "The live answer agrees" },
  differ: { tone: "tone-warn", icon: "warning", words: "The live answer differs" },
  open: { tone: "tone-mute", icon: "question", words: "The live answer does not tell" },
} as const;

function AgreementLine({ result, prediction }: AgreementLineProps): ReactNode {
  const { word, tone } = predictedWord(prediction);
  const agreement = agreementText[agreementOf(result)];
  return (
    <p className="agreement">
      Predicted <Tag tone={tone}>{word}</Tag>
      <span className={agreement.tone}>
        <Icon name={agreement.icon} size="small" /> {agreement.words}
      </span>
    </p>
  );
}
