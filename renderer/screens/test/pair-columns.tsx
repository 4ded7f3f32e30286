import { Fragment, type ReactNode } from "react";
import type { Finding, LoginResult } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import { Section } from "../../components/tool-bar.tsx";
import type { Run } from "../../stores/run.ts";
import { AccountSection } from "./account-section.tsx";
import { PoliciesSection } from "./policies-section.tsx";

type PairColumnsProps = {
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly paired: NonNullable<Run["paired"]>;
};

/** Under the picture: what it rests on, what the log will show, the account. */
export function PairColumns({ login, check, paired }: PairColumnsProps): ReactNode {
  return (
    <div className="pair-columns">
      <div>
        <RecipeSection paired={paired} />
        <Findings findings={unique([...findingsOf(paired), ...login.findings, ...check.findings])} />
      </div>
      <div>
        <SignInLogSection login={login} check={check} />
        <PoliciesSection result={check} />
      </div>
      <AccountSection
        account={login.account ?? check.account}
        aside={login.account === null ? "from the check" : "from the login"}
      />
    </div>
  );
}

function findingsOf(paired: NonNullable<Run["paired"]>): readonly Finding[] {
  return "findings" in paired ? paired.findings : [];
}

/** Both sign-ins say some things alike, that the test left from this machine for example. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex((other) => other.rule === finding.rule) === index,
  );
}

const recipes = [
  { id: "simple", letter: "A", title: "Recipe A, simple" },
  { id: "custom-scope-2023", letter: "B", title: "Recipe B, custom scope" },
  { id: "api-excluded", letter: "C", title: "Recipe C, API app excluded" },
  { id: "two-apis", letter: "D", title: "Recipe D, two API apps" },
  { id: "placeholder", letter: "E", title: "Recipe E, placeholder app" },
  { id: "per-user-mfa", letter: null, title: "MFA outside Conditional Access" },
  { id: "none", letter: null, title: "No MFA anywhere" },
] as const;

function RecipeSection({ paired }: { readonly paired: NonNullable<Run["paired"]> }): ReactNode {
  const evidence = "evidence" in paired ? paired.evidence : [];
  return (
    <Section title={recipes.find(({ id }) => id === paired.recipe)?.title ?? "No recipe recognised"}>
      <p className="recipe-letters" aria-hidden="true">
        {recipes.map(({ id, letter }) =>
          letter === null ? null : (
            <span key={id} className={id === paired.recipe ? "recipe-letter recipe-lit" : "recipe-letter"}>
              {letter}
            </span>
          ),
        )}
      </p>
      <ul className="pair-evidence">
        {evidence.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  return findings.length === 0 ? null : (
    <Section title="What to do">
      <div className="run-findings">
        {findings.map((finding) => (
          <FindingNote key={finding.rule} finding={finding} />
        ))}
      </div>
    </Section>
  );
}

const signatureWords = { valid: "Valid", invalid: "Invalid", unchecked: "Not checked" } as const;
const factorWords = { single: "One factor", multi: "Multifactor", unknown: "Not known" } as const;

function SignInLogSection({ login, check }: Pick<PairColumnsProps, "login" | "check">): ReactNode {
  const rows = [
    ["Status", statusOf(login), statusOf(check)],
    ["Factor", factorWords[login.factor], factorWords[check.factor]],
    ["Protocol", "OAuth 2", "ROPC"],
    ["Token signature", signatureOf(login), signatureOf(check)],
  ] as const;
  return (
    <Section title="In the Entra sign-in log" aside="predicted">
      <table className="pair-log">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What the log shows</span>
            </th>
            <th scope="col">Login window</th>
            <th scope="col">Password check</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, left, right]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{left}</td>
              <td>{right}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note quiet pair-log-note">
        {[...new Set([login.signInLog.note, check.signInLog.note])].map((note) => (
          <Fragment key={note}>{note} </Fragment>
        ))}
      </p>
    </Section>
  );
}

function statusOf({ signInLog }: LoginResult): string {
  return signInLog.errorCode === 0 ? signInLog.status : `${signInLog.status}, ${signInLog.errorCode}`;
}

function signatureOf({ tokens }: LoginResult): string {
  const token = tokens.id ?? tokens.access;
  return token === undefined ? "No token" : signatureWords[token.signature];
}
