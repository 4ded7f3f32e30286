import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { MiddleCut } from "../../../components/middle-cut.tsx";
import { useCalmMedia } from "../../../components/use-calm-media.ts";
import { cutMiddleWords } from "../../../text/cut-middle.ts";
import { PolicyBox } from "./policy-box.tsx";
import { narrow, shortApiId, shortAppName } from "./short-names.ts";
import { SignInBox } from "./sign-in-box.tsx";
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
      <PolicyBox prediction={prediction} isCheck={icon === "password-check"} />
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
  const isNarrow = useCalmMedia(narrow);
  const own = scopes.find((scope) => !basicScopes.has(scope));
  const rest = scopes.filter((scope) => scope !== own);
  const others = rest.join(" ");
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
  const isBasic = rest.length > 2 && rest.every((scope) => basicScopes.has(scope));
  const slash = /^[\w+.-]+:\/\/[^/]+(?=\/)/.exec(own)?.[0].length ?? own.length;
  return (
    <SignInBox label={label}>
      <code className="sign-in-scope" title={own}>
        <Id id={own.slice(0, slash)} whole={own} isNarrow={isNarrow} />
        {slash < own.length && <MiddleCut value={own.slice(slash)} whole={own} />}
      </code>
      {others !== "" && (
        <p className="cut" title={others}>
          {isBasic ? "and basic scopes" : others}
        </p>
      )}
    </SignInBox>
  );
}

type IdProps = {
  readonly id: string;
  /** What the tooltip shows: the id, or what it is a part of. */
  readonly whole: string;
  readonly isNarrow: boolean;
  readonly mono?: boolean;
};

/** The id of an API; where the room is narrow its end alone, which is all of it that would be left. */
function Id({ id, whole, isNarrow, mono = false }: IdProps): ReactNode {
  const short = shortApiId(id);
  if (!isNarrow || short === id) return <MiddleCut value={id} whole={whole} mono={mono} />;
  return (
    <span className={mono ? "mono" : ""} title={whole}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{id}</span>
    </span>
  );
}

type ResourceProps = { readonly resource: NonNullable<SignInSummary["resource"]> };

/** What a resource is called, else its id; then where that is known from. */
function Resource({ resource }: ResourceProps): ReactNode {
  const { name, id, from } = resource;
  const isNarrow = useCalmMedia(narrow);
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
        {cutMiddleWords(isNarrow || name.length > 38 ? shortAppName(name) : name, isNarrow ? 30 : 38)}
      </b>
      {from === "aud" ? (
        <p className="sign-in-aud">
          aud <Id id={id} whole={id} isNarrow={isNarrow} mono />
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
    return `${cutMiddleWords(isNarrow ? shortAppName(name) : name, 32)} token`;
  }
  return { aud: "audience of the token", error: "from the answer", asked: "asked for" }[from];
}
