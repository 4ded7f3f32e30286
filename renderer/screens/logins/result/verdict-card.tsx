import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { groupDigits } from "../../../text/count.ts";
import { headlineOf } from "../../../text/headline.ts";
import { isAcceptedError, reactionText, verdictTone } from "./outcome-tone.ts";

type VerdictCardProps = {
  readonly result: LoginResult;
  /** What else is to say about the answer. */
  readonly children?: ReactNode;
};

/** The answer in one sentence, then what Jamf Connect does with it, then the facts behind it. */
export function VerdictCard({ result, children }: VerdictCardProps): ReactNode {
  const look = verdictTone(result);
  const reaction = reactionText(result);
  const { title, reason } = headlineOf(result.sentence);
  return (
    <section
      className={`verdict verdict-${look.tone} run-verdict`}
      aria-label="Verdict"
      data-outcome={result.outcome}
    >
      <Icon name={look.icon} size="large" />
      <div>
        <h2>{title}</h2>
        <p>
          {reaction !== null && (
            <b className={`tone-${look.tone === "mute" ? "mute" : look.tone}`}>{reaction}</b>
          )}{" "}
          {isAcceptedError(result) && reason !== ""
            ? `${reason}${costText(result)}`
            : `${reason} ${result.jamfConnect.why}`}
        </p>
        {children}
      </div>
      <Facts result={result} tone={look.tone} />
    </section>
  );
}

/** What it costs that a check is accepted with an error, behind the reason; the number only where timed checks are on. */
function costText({ signInLog: { cost } }: LoginResult): string {
  if (cost === undefined) return "";
  const rows = cost.rowsPerMacAndDay;
  return ` Each check leaves a red line in the log${rows === 0 ? "" : `, about ${groupDigits(rows)} a day for each Mac`}.`;
}

const factorText = { single: "None", multi: "MFA", unknown: "Not known" } as const;
const lockOutText = { wrong: "Yes", correct: "No", "not-checked": "No", unknown: "Not known" } as const;
const passwordText = {
  correct: "Correct",
  wrong: "Wrong",
  "not-checked": "Not checked",
  unknown: "Not known",
} as const;

function Facts({ result, tone }: { readonly result: LoginResult; readonly tone: string }): ReactNode {
  const { error, factor, jamfConnect, kind, outcome, passwordVerdict } = result;
  return (
    <dl className={`verdict-facts verdict-facts-${tone}`}>
      {error !== null && (
        <>
          <dt>Code</dt>
          <dd>
            <code>{error.code === undefined ? error.oauthError : `AADSTS${error.code}`}</code>
          </dd>
        </>
      )}
      {kind === "ropg" && outcome !== "password-correct" && (
        <>
          <dt>Password</dt>
          <dd>{passwordText[passwordVerdict]}</dd>
        </>
      )}
      <dt title={result.factorEvidence}>Second factor</dt>
      <dd className={factor === "multi" ? "tone-mfa" : ""} title={result.factorEvidence}>
        {factorText[factor]}
      </dd>
      <dt>Counts to lock-out</dt>
      <dd>{lockOutText[passwordVerdict]}</dd>
      <dt>Evidence</dt>
      <dd>{jamfConnect.certainty === "documented" ? "Documented" : "Inferred"}</dd>
    </dl>
  );
}
