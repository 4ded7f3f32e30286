import { Fragment, type ReactNode } from "react";
import type { Finding, LoginResult } from "../../../../preload/contract.ts";
import { TestFinding } from "../../../components/test-finding.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import type { Run } from "../../../stores/run.ts";
import { cutMiddle } from "../../../text/cut-middle.ts";
import { findingName } from "../../../text/finding-name.ts";
import { AccountSection } from "../result/account-section.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { PredictionSection } from "./prediction-section.tsx";
import { RecipeSection } from "./recipe-section.tsx";
import { signInSummary } from "./sign-in-summary.ts";

type PairColumnsProps = {
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly paired: NonNullable<Run["paired"]>;
  readonly run: Pick<Run, "practice" | "username" | "host">;
};

/** Under the picture: the recipe and what would change it, each finding beside its fix; what the log will show, the account. */
export function PairColumns({ login, check, paired, run }: PairColumnsProps): ReactNode {
  return (
    <div className="pair-columns">
      <div className="pair-work">
        <RecipeSection paired={paired} login={login} check={check} isPractice={run.practice} />
        <Findings findings={unique([...paired.findings, ...login.findings, ...check.findings])} />
      </div>
      <div>
        <SignInLogSection login={login} check={check} />
        <AccountSection
          result={login.account === null ? check : login}
          aside={login.account === null ? "from the check" : "from the login"}
          run={run}
        />
        <PredictionSection login={login} check={check} />
        <EvidenceSection paired={paired} />
      </div>
    </div>
  );
}

/** Both sign-ins say some things alike, that the test left from this machine for example. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex((other) => findingName(other) === findingName(finding)) === index,
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  return findings.length === 0 ? null : (
    <Section title="Findings and fixes">
      {findings.map((finding) => (
        <TestFinding key={findingName(finding)} finding={finding} />
      ))}
    </Section>
  );
}

const signatureText = { valid: "Valid", invalid: "Invalid", unchecked: "Not checked" } as const;
const requirements = { "single-factor": "Single-factor", multifactor: "Multifactor" } as const;

function SignInLogSection({ login, check }: Pick<PairColumnsProps, "login" | "check">): ReactNode {
  const rows = [
    ["Status", statusOf(login), statusOf(check)],
    ["Requirement", requirementOf(login), requirementOf(check)],
    ["Protocol", "OAuth 2", "ROPC"],
    ["Audience", audienceOf(login), audienceOf(check)],
    ["Signature", signatureOf(login), signatureOf(check)],
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

function statusOf({ signInLog, error, outcome }: LoginResult): string {
  // Who stopped or was not reached left nothing that the log could name.
  if (outcome !== "succeeded" && error === null && signInLog.row === undefined) return "No line";
  return signInLog.errorCode === 0 ? signInLog.status : `${signInLog.status}, ${signInLog.errorCode}`;
}

function requirementOf({ signInLog }: LoginResult): string {
  return signInLog.row === undefined ? "Not known" : requirements[signInLog.row.requirement];
}

function audienceOf(result: LoginResult): string {
  const resource = signInSummary(result).resource;
  if (resource === null) return "Not named";
  return cutMiddle(resource.token ?? resource.name ?? resource.id, 30);
}

function signatureOf({ tokens }: LoginResult): string {
  const token = tokens.id ?? tokens.access;
  return token === undefined ? "No token" : signatureText[token.signature];
}
