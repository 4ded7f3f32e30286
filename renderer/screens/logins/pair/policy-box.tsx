import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { useCalmMedia } from "../../../components/use-calm-media.ts";
import { usePolicies } from "../../../stores/context.ts";
import { cutMiddleWords } from "../../../text/cut-middle.ts";
import { demandWord, predictedWord } from "../predicted/prediction.ts";
import { narrow, shortPolicyName } from "./short-names.ts";
import { SignInBox } from "./sign-in-box.tsx";

type PolicyBoxProps = {
  readonly prediction: LoginResult["prediction"];
  /** Of the password check, which is wanted without MFA. */
  readonly isCheck: boolean;
};

/** The policies that apply; none is a dashed box, not an empty place. */
export function PolicyBox({ prediction, isCheck }: PolicyBoxProps): ReactNode {
  const loaded = usePolicies((state) => state.policies);
  const label = "Policies that apply";
  if (prediction === undefined) {
    const isWithout = loaded?.count === 0;
    return (
      <SignInBox label={label} isEmpty>
        <b>{isWithout ? "None" : "Not loaded"}</b>
        <p>{isWithout ? "There is no policy" : "Live answers only"}</p>
      </SignInBox>
    );
  }
  const [first] = prediction.policies;
  const of = loaded === null ? "" : ` of ${loaded.count}`;
  if (first === undefined) {
    const [spared] = prediction.spared ?? [];
    return (
      <SignInBox label={label} isEmpty>
        <b>None</b>
        {spared === undefined ? <p>{`0${of} apply`}</p> : <Spared name={spared.displayName} />}
      </SignInBox>
    );
  }
  const { word, tone } = predictedWord(prediction);
  const isUnwanted = isCheck && word === "MFA";
  const amount = prediction.policies.length;
  const applies = `${amount}${of} ${amount === 1 ? "applies" : "apply"}`;
  const demand = isUnwanted ? "MFA, not wanted" : demandWord(prediction);
  return (
    <SignInBox label={label} tone={isUnwanted ? "warn" : tone}>
      <b
        className="sign-in-two-lines"
        title={prediction.policies.map((policy) => policy.displayName).join(", ")}
      >
        {cutMiddleWords(first.displayName, 38)}
      </b>
      <p className="cut" title={`${demand}, ${applies}`}>
        {isUnwanted && amount === 1 ? demand : `${demand}, ${applies}`}
      </p>
    </SignInBox>
  );
}

/** A policy that would have demanded something of another app; only heard and under the pointer in full where its name is long. */
function Spared({ name }: { readonly name: string }): ReactNode {
  const isNarrow = useCalmMedia(narrow);
  const whole = `${name} leaves this app out`;
  const shown = `${shortPolicyName(name, isNarrow ? 24 : 30)} leaves this app out`;
  return (
    <>
      <p className="sign-in-two-lines" title={whole} aria-hidden={shown !== whole}>
        {shown}
      </p>
      {shown !== whole && <p className="visually-hidden">{whole}</p>}
    </>
  );
}
