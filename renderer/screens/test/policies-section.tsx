import type { ReactNode } from "react";
import type { LoginResult, PoliciesView } from "../../../preload/contract.ts";
import { usePolicies } from "../../app/context.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { LoadPolicies } from "../../components/load-policies.tsx";
import { Tag } from "../../components/tag.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { count } from "../../text/count.ts";
import { formatClock } from "../../text/time.ts";
import { agreementOf, predictedWord } from "./prediction.ts";

/** Which policies stand behind an answer, and whether the prediction held; or the way to load policies. */
export function PoliciesSection({ result }: { readonly result: LoginResult }): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const { prediction } = result;
  return (
    <Section
      title={prediction === undefined ? "Conditional Access" : "Policies behind it"}
      {...(policies === null ? {} : { aside: sourceWords(policies) })}
    >
      {prediction === undefined ? (
        <p className="note quiet">
          {policies === null
            ? "Load your policies, and later runs say which of them causes the answer."
            : "This run was made before these policies were loaded."}
        </p>
      ) : (
        <>
          <p className="note">
            {prediction.policies.map((policy) => (
              <b key={policy.id} className="policy-name">
                {policy.displayName}
              </b>
            ))}
            <span className="quiet">{prediction.text}</span>
          </p>
          <AgreementLine result={result} prediction={prediction} />
        </>
      )}
      {policies?.source !== "practice" && <PoliciesActions policies={policies} />}
    </Section>
  );
}

function sourceWords(policies: PoliciesView): string {
  const amount = count(policies.count, "policy", "policies");
  if (policies.source === "practice") {
    return `${amount} of the practice tenant`;
  }
  return policies.loadedAt === null ? amount : `${amount}, loaded ${formatClock(policies.loadedAt)}`;
}

type AgreementLineProps = {
  readonly result: LoginResult;
  readonly prediction: NonNullable<LoginResult["prediction"]>;
};

const agreementWords = {
  agree: { tone: "tone-ok", icon: "check", words: "The live answer agrees" },
  differ: { tone: "tone-warn", icon: "warning", words: "The live answer differs" },
  open: { tone: "tone-mute", icon: "question", words: "The live answer does not tell" },
} as const;

function AgreementLine({ result, prediction }: AgreementLineProps): ReactNode {
  const { word, tone } = predictedWord(prediction);
  const agreement = agreementWords[agreementOf(result)];
  return (
    <p className="agreement">
      Predicted <Tag tone={tone}>{word}</Tag>
      <span className={agreement.tone}>
        <Icon name={agreement.icon} size="small" /> {agreement.words}
      </span>
    </p>
  );
}

function PoliciesActions({ policies }: { readonly policies: PoliciesView | null }): ReactNode {
  const clear = usePolicies((state) => state.clear);
  const isFromFile = policies?.source === "file";
  return (
    <div className="policies-actions">
      <LoadPolicies label={isFromFile ? "Load others…" : "Load policies…"} />
      {isFromFile && (
        <Button look={["small", "plain"]} onPress={clear}>
          Take them away
        </Button>
      )}
    </div>
  );
}
