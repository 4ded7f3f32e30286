import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { MiddleCut } from "../../../components/middle-cut.tsx";
import { useCalmMedia } from "../../../components/use-calm-media.ts";
import { usePolicies } from "../../../stores/context.ts";
import { cutMiddleWords } from "../../../text/cut-middle.ts";
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
        <span>Policies, predicted</span>
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
  return (
    <section className="sign-in" aria-label={title}>
      <div className="sign-in-who">
        <Icon name={icon} size="large" />
        <div>
          <b>{title}</b>
          <p>{note}</p>
        </div>
      </div>
      <ScopesBox scopes={facts.scopes} />
      <SignInBox label="Entra reads it as" isEmpty={facts.resource === null}>
        {facts.resource === null ? (
          <p>The answer names no resource</p>
        ) : (
          <Resource resource={facts.resource} />
        )}
      </SignInBox>
      <PolicyBox prediction={prediction} />
      <SignInBox label="Answer" tone={facts.tone}>
        <p className="sign-in-answer">
          <Icon name={facts.icon} size="small" />
          <b>{facts.isWanted ? `${facts.answer.replace(" demanded", "")}, as wanted` : facts.answer}</b>
        </p>
        {facts.notes.map((note) => (
          <p key={note} className="cut" title={note}>
            {note}
          </p>
        ))}
      </SignInBox>
    </section>
  );
}

/** Scopes that name no app: with nothing else asked for, Entra chooses what they are for. */
const basicScopes: ReadonlySet<string> = new Set(["openid", "profile", "email", "offline_access"]);

/** An API's own scope is parted before its last piece; what else is asked for stands under it. */
function ScopesBox({ scopes }: { readonly scopes: readonly string[] }): ReactNode {
  const label = "Asks for";
  const own = scopes.find((scope) => !basicScopes.has(scope));
  const others = scopes.filter((scope) => scope !== own).join(" ");
  if (own === undefined) {
    return (
      <SignInBox label={label} isEmpty={scopes.length === 0}>
        {scopes.length === 0 ? (
          <p>No scopes</p>
        ) : (
          <>
            <code className="sign-in-two-lines">{others}</code>
            <p>basic scopes only</p>
          </>
        )}
      </SignInBox>
    );
  }
  const slash = /^[\w+.-]+:\/\/[^/]+(?=\/)/.exec(own)?.[0].length ?? own.length;
  return (
    <SignInBox label={label}>
      <code className="sign-in-scope" title={own}>
        <MiddleCut value={own.slice(0, slash)} whole={own} />
        {slash < own.length && <MiddleCut value={own.slice(slash)} whole={own} />}
      </code>
      {others !== "" && (
        <p className="cut" title={others}>
          {others}
        </p>
      )}
    </SignInBox>
  );
}

type ResourceProps = { readonly resource: NonNullable<SignInSummary["resource"]> };

/** What a resource is called, else its id; then where that is known from. */
function Resource({ resource }: ResourceProps): ReactNode {
  const { name, id, from } = resource;
  const isNarrow = useCalmMedia("(max-width: 1180px)");
  if (name === null) {
    return (
      <>
        <p>
          <MiddleCut value={id} mono />
        </p>
        <p>{resourceNote(resource, isNarrow)}</p>
      </>
    );
  }
  return (
    <>
      <b className="sign-in-two-lines" title={`${name}, ${id}`}>
        {cutMiddleWords(name, isNarrow ? 30 : 38)}
      </b>
      {from === "aud" ? (
        <p className="sign-in-aud">
          aud <MiddleCut value={id} mono />
        </p>
      ) : (
        <p className="cut" title={id}>
          {resourceNote(resource, isNarrow)}
          <span className="visually-hidden">, {id}</span>
        </p>
      )}
    </>
  );
}

/** @param isNarrow there a token of Microsoft's goes without the maker's name, which would leave no room for "token" */
function resourceNote({ from, token }: NonNullable<SignInSummary["resource"]>, isNarrow: boolean): string {
  if (from === "policies") {
    const name = token ?? "another app's";
    return `${cutMiddleWords(isNarrow ? name.replace(/^Microsoft /, "") : name, 32)} token`;
  }
  return { aud: "audience of the token", error: "from the answer", asked: "asked for" }[from];
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
  const [first] = prediction.policies;
  const of = loaded === null ? "" : ` of ${loaded.count}`;
  if (first === undefined) {
    const [spared] = prediction.spared ?? [];
    return (
      <SignInBox label={label} isEmpty>
        <b>None</b>
        {spared === undefined ? (
          <p>{`0${of} apply`}</p>
        ) : (
          <p className="sign-in-two-lines" title={`${spared.displayName} leaves this app out`}>
            {cutMiddleWords(spared.displayName, 20)} leaves this app out
          </p>
        )}
      </SignInBox>
    );
  }
  return (
    <SignInBox label={label} tone={tone}>
      <b
        className="sign-in-two-lines"
        title={prediction.policies.map((policy) => policy.displayName).join(", ")}
      >
        {cutMiddleWords(first.displayName, 38)}
      </b>
      <p className="cut">
        {demandWord(prediction)},{" "}
        {`${prediction.policies.length}${of} ${prediction.policies.length === 1 ? "applies" : "apply"}`}
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
