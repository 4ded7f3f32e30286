import { type ReactNode, useEffect } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Icon, type IconName } from "../../../components/icon.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { useRecipes } from "../../../stores/context.ts";
import type { Run } from "../../../stores/run.ts";
import { cutMiddle } from "../../../text/cut-middle.ts";
import { AccountSection } from "../result/account-section.tsx";
import { type LogCell, logRequirement, logStatus } from "../result/log-status.ts";
import { EvidenceSection } from "./evidence-section.tsx";
import { changeComesFirst } from "./findings-of-both.ts";
import { FindingsSection } from "./findings-section.tsx";
import { PredictionSection } from "./prediction-section.tsx";
import { RecipeSection } from "./recipe-section.tsx";
import { shortAppName } from "./short-names.ts";
import { signInSummary } from "./sign-in-summary.ts";

type PairColumnsProps = {
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly paired: NonNullable<Run["paired"]>;
  readonly run: Pick<Run, "practice" | "username" | "host">;
};

/** Under the picture: each finding beside its fix, the recipe and what would change it, the more urgent first; what the log will show, the account. */
export function PairColumns({ login, check, paired, run }: PairColumnsProps): ReactNode {
  const recipes = useRecipes((state) => state.recipes);
  const load = useRecipes((state) => state.load);
  useEffect(() => {
    load();
  }, [load]);
  const of = { paired, login, check, recipes };
  const change = <RecipeSection {...of} isPractice={run.practice} />;
  const isChangeFirst = changeComesFirst(paired, login, check);
  return (
    <div className="pair-columns">
      <div className="pair-work">
        {isChangeFirst && change}
        <FindingsSection {...of} />
        {!isChangeFirst && change}
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

const signatureText = { valid: "Valid", invalid: "Invalid", unchecked: "Not checked" } as const;

function SignInLogSection({ login, check }: Pick<PairColumnsProps, "login" | "check">): ReactNode {
  const rows = [
    ["Status", logStatus(login), logStatus(check)],
    ["Requirement", logRequirement(login), logRequirement(check)],
    ["Protocol", plain("OAuth 2"), plain("ROPC")],
    ["Audience", plain(audienceOf(login)), plain(audienceOf(check))],
    ["Signature", plain(signatureOf(login)), plain(signatureOf(check))],
  ] as const;
  return (
    <Section title="In the Entra sign-in log" aside="predicted">
      <table className="pair-log">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What the log shows</span>
            </th>
            <th scope="col">Login</th>
            <th scope="col">Check</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, left, right]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <LogValue cell={left} />
              <LogValue cell={right} />
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="pair-log-notes">
        <LogNote title="Login window" icon="login-window" note={login.signInLog.note} />
        <LogNote title="Password check" icon="password-check" note={check.signInLog.note} />
      </dl>
    </Section>
  );
}

function plain(text: string): LogCell {
  return { text, tone: null };
}

function LogValue({ cell: { text, tone } }: { readonly cell: LogCell }): ReactNode {
  const shown = shorten(text);
  const isWhole = shown === text && text.length <= mostOnLine;
  return (
    <td className={tone === null ? "" : `tone-${tone}`}>
      {isWhole ? (
        text
      ) : (
        <span className="pair-log-short" title={text}>
          {shown}
        </span>
      )}
    </td>
  );
}

/** A longer text may not fit into two lines. */
const mostOnLine = 26;

/** A name goes without its maker's; an id that two lines do not hold loses its middle. */
function shorten(text: string): string {
  return text.includes(" ") ? shortAppName(text) : cutMiddle(text, mostOnLine);
}

type LogNoteProps = { readonly title: string; readonly icon: IconName; readonly note: string };

/** What the row of one sign-in means, under the name of that sign-in. */
function LogNote({ title, icon, note }: LogNoteProps): ReactNode {
  return (
    <div>
      <dt>
        <Icon name={icon} size="small" /> {title}
      </dt>
      <dd>{note}</dd>
    </div>
  );
}

function audienceOf(result: LoginResult): string {
  const resource = signInSummary(result).resource;
  if (resource === null) return "Not named";
  return resource.token ?? resource.name ?? resource.id;
}

function signatureOf({ tokens }: LoginResult): string {
  const token = tokens.id ?? tokens.access;
  return token === undefined ? "No token" : signatureText[token.signature];
}
