import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Breakable } from "../../../components/breakable.tsx";
import { Icon } from "../../../components/icon.tsx";
import { MiddleCut } from "../../../components/middle-cut.tsx";
import { usePolicies } from "../../../stores/context.ts";
import { cutMiddle } from "../../../text/cut-middle.ts";
import { demandWord, predictedWord } from "../predicted/prediction.ts";
import { type SignInSummary, signInSummary } from "./sign-in-summary.ts";

type SignInColumnsProps = { readonly login: LoginResult; readonly check: LoginResult };

/** The picture of the two sign-ins on one grid: what each asks for, what it is read as, what stands in its way, the answer. */
export function SignInColumns({ login, check }: SignInColumnsProps): ReactNode {
  return (
    <section className="sign-ins" aria-label="The two sign-ins">
      <p className="sign-in-head" aria-hidden="true">
        <span />
        <span>Asks for</span>
        <span>Entra reads it as</span>
        <span>Policies that apply</span>
        <span>Answer</span>
      </p>
      <SignInRow
        title="Login window"
        note={login.asked.via === "browser" ? "OIDC, in a browser" : "OIDC, with a person"}
        icon="login-window"
        facts={signInSummary(login)}
        prediction={login.prediction}
      />
      <SignInRow
        title="Password check"
        note="ROPG, silent"
        icon="password-check"
        facts={signInSummary(check)}
        prediction={check.prediction}
      />
    </section>
  );
}

type SignInRowProps = {
  readonly title: string;
  readonly note: string;
  readonly icon: "login-window" | "password-check";
  readonly facts: SignInSummary;
  readonly prediction: LoginResult["prediction"];
};

function SignInRow({ title, note, icon, facts, prediction }: SignInRowProps): ReactNode {
  const [first, ...more] = facts.scopes;
  return (
    <section className="sign-in" aria-label={title}>
      <div className="sign-in-who">
        <Icon name={icon} size="large" />
        <div>
          <b>{title}</b>
          <p>{note}</p>
        </div>
      </div>
      <SignInBox label="Asks for" isEmpty={first === undefined}>
        {first === undefined ? (
          <p>No scopes</p>
        ) : (
          <>
            <code title={first}>
              <Breakable text={cutMiddle(first, 40)} />
            </code>
            <p>{more.join(" ")}</p>
          </>
        )}
      </SignInBox>
      <SignInBox label="Entra reads it as" isEmpty={facts.resource === null}>
        {facts.resource === null ? (
          <p>The answer names no resource</p>
        ) : (
          <>
            {facts.resource.name !== null && <b>{facts.resource.name}</b>}
            <p>
              <MiddleCut value={facts.resource.id} mono />
            </p>
            <p>{resourceNote(facts.resource)}</p>
          </>
        )}
      </SignInBox>
      <PolicyBox prediction={prediction} />
      <SignInBox label="Answer" tone={facts.tone}>
        <p className="sign-in-answer">
          <Icon name={facts.icon} size="small" />
          <b>{facts.answer}</b>
          {facts.isWanted && <span className="sign-in-wanted">as wanted</span>}
        </p>
        {facts.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </SignInBox>
    </section>
  );
}

function resourceNote({ from, token }: NonNullable<SignInSummary["resource"]>): string {
  if (from === "policies") return `token for ${cutMiddle(token ?? "another app", 36)}`;
  return { aud: "audience of the token", error: "named by the error", asked: "asked for" }[from];
}

/** The policies that apply; none is a dashed box, not an empty place. */
function PolicyBox({ prediction }: { readonly prediction: LoginResult["prediction"] }): ReactNode {
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
  const { tone } = predictedWord(prediction);
  const [first, ...more] = prediction.policies;
  const of = loaded === null ? "" : ` of ${loaded.count}`;
  if (first === undefined) {
    const [spared] = prediction.spared ?? [];
    return (
      <SignInBox label={label} isEmpty>
        <b>None</b>
        {spared !== undefined && <p>{cutMiddle(spared.displayName, 40)} leaves this app out</p>}
        <p>{`0${of} apply, predicted`}</p>
      </SignInBox>
    );
  }
  return (
    <SignInBox label={label} tone={tone}>
      <b title={prediction.policies.map((policy) => policy.displayName).join(", ")}>
        {cutMiddle(first.displayName, 44)}
      </b>
      {more.length > 0 && <p>and {more.length} more</p>}
      <p>
        {demandWord(prediction)},{" "}
        {`${prediction.policies.length}${of} ${prediction.policies.length === 1 ? "applies" : "apply"}`},
        predicted
      </p>
    </SignInBox>
  );
}

type SignInBoxProps = {
  readonly label: string;
  readonly tone?: SignInSummary["tone"];
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
};

function SignInBox({ label, tone, isEmpty = false, children }: SignInBoxProps): ReactNode {
  const look = isEmpty
    ? "sign-in-box-empty"
    : tone === undefined || tone === "mute"
      ? ""
      : `sign-in-box-${tone}`;
  return (
    <div className={`sign-in-box ${look}`}>
      <span className="visually-hidden">{label}: </span>
      {children}
    </div>
  );
}
