import type { ReactNode } from "react";
import type { SignInPrediction } from "../../../../preload/contract.ts";
import { Pair } from "../../../components/pair.tsx";
import { Tag, type Tone } from "../../../components/tag.tsx";

type Half = { readonly word: string; readonly tone: Tone };

/** What policies have in store for the two sign-ins, in the words of the pair. Null halves are not predicted. */
export function ForecastPair({
  login,
  check,
}: {
  readonly login: SignInPrediction | null;
  readonly check: SignInPrediction | null;
}): ReactNode {
  return <Pair login={loginHalf(login)} check={checkHalf(check)} />;
}

/** The same for the one sign-in that is tested. */
export function ForecastOne({
  kind,
  prediction,
}: {
  readonly kind: "oidc" | "ropg";
  readonly prediction: SignInPrediction | null;
}): ReactNode {
  const { word, tone } = kind === "oidc" ? loginHalf(prediction) : checkHalf(prediction);
  return (
    <p>
      <Tag tone={tone}>{word}</Tag>
    </p>
  );
}

const open: Half = { word: "depends", tone: "mute" };
const silent: Half = { word: "not predicted", tone: "mute" };
const blocked: Half = { word: "blocked", tone: "err" };

function loginHalf(prediction: SignInPrediction | null): Half {
  if (prediction === null) return silent;
  if (prediction.blocked === "yes") return blocked;
  if (prediction.mfa === "yes") return { word: "MFA", tone: "mfa" };
  return prediction.mfa === "no" && prediction.blocked === "no" ? { word: "no MFA", tone: "warn" } : open;
}

/** The check is wanted without MFA, so the same answer reads the other way round. */
function checkHalf(prediction: SignInPrediction | null): Half {
  if (prediction === null) return silent;
  if (prediction.blocked === "yes") return blocked;
  if (prediction.mfa === "yes") return { word: "MFA, not wanted", tone: "warn" };
  return prediction.mfa === "no" && prediction.blocked === "no" ? { word: "clean", tone: "ok" } : open;
}
