import type { ReactNode } from "react";
import type { Explanation } from "../../../preload/contract.ts";
import { LinkButton } from "../../components/button.tsx";
import { CertaintyTag } from "../../components/certainty-tag.tsx";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { CommandBox } from "./command-box.tsx";
import {
  acceptanceWord,
  foundBeside,
  headingOf,
  logColumns,
  logTone,
  logWord,
  passwordText,
  stepsOf,
  unknownOf,
} from "./explain-text.ts";
import { NextWays } from "./next-ways.tsx";
import { sourceName } from "./source-name.ts";

/** One entry of the catalogue: what it means, what each side makes of it, what to do, where it is written. */
export function ExplanationView({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const beside = foundBeside(explanation);
  return (
    <div className="explanation" data-kind={explanation.kind} data-assessed={explanation.assessed}>
      <Heading explanation={explanation} />
      {explanation.assessed ? (
        <Judgement explanation={explanation} />
      ) : (
        <NotAssessed kind={explanation.kind} />
      )}
      {explanation.suspects.length > 0 ? (
        <Suspects explanation={explanation} />
      ) : (
        <Steps explanation={explanation} />
      )}
      {explanation.commands.length > 0 && (
        <>
          <h4>Look at the Mac</h4>
          <div className="command-grid">
            {explanation.commands.map((command) => (
              <CommandBox key={command.id} command={command} />
            ))}
          </div>
        </>
      )}
      {beside.length > 0 && (
        <>
          <h4>In what you pasted</h4>
          <dl className="facts">
            {beside.map(([name, value]) => (
              <Fact key={name} name={name}>
                <MiddleCut value={value} mono />
              </Fact>
            ))}
          </dl>
        </>
      )}
      <Unknown explanation={explanation} />
      <Sources explanation={explanation} />
    </div>
  );
}

const headingIcons = { ok: "ok", err: "error", mute: "question" } as const;

/** What it means for Jamf Connect, with the code that says so; what has plain words for a title has these alone. */
function Heading({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const heading = headingOf(explanation);
  if (heading === null)
    return (
      <>
        <h3>{explanation.title}</h3>
        <p className="explain-meaning">{explanation.meaning}</p>
      </>
    );
  const { sentence, tone } = heading;
  return (
    <div className={tone === "mute" ? "verdict" : `verdict verdict-${tone}`}>
      <Icon name={headingIcons[tone]} size="large" />
      <div>
        <h3>{sentence}</h3>
        <p className="explain-meaning">{explanation.meaning}</p>
        <p className="explain-code">{explanation.title}</p>
      </div>
    </div>
  );
}

type FactProps = {
  readonly name: string;
  /** Where it comes from, in a column of its own. */
  readonly certainty?: Explanation["certainty"];
  readonly children: ReactNode;
};

function Fact({ name, certainty, children }: FactProps): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <div>{children}</div>
        {certainty !== undefined && <CertaintyTag certainty={certainty} />}
      </dd>
    </>
  );
}

const acceptanceTones = { true: "tone-ok", false: "tone-err", null: "" } as const;

/** A situation says nothing about the password; its suspects say what to look at. */
function Judgement({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { kind, passwordVerdict, certainty, basis, jamfConnect, signInLog, cause, risk } = explanation;
  const log = logWord(explanation);
  if (kind === "situation") {
    return null;
  }
  return (
    <dl className="facts explain-facts">
      <Fact name="Password" certainty={certainty}>
        <b>{passwordText[passwordVerdict]}.</b> {basis}
      </Fact>
      <Fact name="Jamf Connect" certainty={jamfConnect.certainty}>
        <b className={acceptanceTones[`${jamfConnect.accepts}`]}>{acceptanceWord(jamfConnect)}.</b>{" "}
        {jamfConnect.why}
      </Fact>
      {signInLog !== null && (
        <Fact name="Sign-in log">
          <dl className="facts explain-log">
            <Fact name="Status">
              <span className={logTone(explanation)}>{log}</span>
            </Fact>
            {logColumns(explanation).map(([column, value]) => (
              <Fact key={column} name={column}>
                {value}
              </Fact>
            ))}
          </dl>
          {logNote(signInLog.note) !== null && <p>{logNote(signInLog.note)}</p>}
        </Fact>
      )}
      <Fact name="Cause">{cause}</Fact>
      <Fact name="Lock-out, risk">{risk}</Fact>
    </dl>
  );
}

/** A note that explains the columns says again what stands in them. */
function logNote(note: string): string | null {
  return note.includes("Authentication requirement") ? null : note;
}

function NotAssessed({ kind }: Pick<Explanation, "kind">): ReactNode {
  return (
    <p className="banner explain-not-assessed">
      <Icon name="question" />
      <span>
        <b>Not assessed.</b>{" "}
        {kind === "unknown-code"
          ? "Nothing about this code is known here."
          : "Only the meaning of this code is known: not what it says about the password, and not what Jamf Connect does with it."}
      </span>
    </p>
  );
}

function Suspects({ explanation }: { readonly explanation: Explanation }): ReactNode {
  return (
    <>
      <h4>What to test, the likeliest first</h4>
      <ol className="fix-steps note">
        {explanation.suspects.map(({ what, because, test }) => (
          <li key={what}>
            <b>{what}</b> {because} <span className="quiet">{test}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Steps({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { lead, steps } = stepsOf(explanation);
  return (
    <>
      <h4>What to do</h4>
      {lead !== null && <p className="note">{lead}</p>}
      {steps.length > 0 && (
        <ol className="fix-steps note">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <NextWays explanation={explanation} />
      {explanation.links.length > 0 && (
        <p className="explain-links">
          {explanation.links.some(({ url }) => url.startsWith("https://entra.microsoft.com/")) && (
            <span className="note quiet">In Entra:</span>
          )}
          {explanation.links.map(({ label, url }) => (
            <LinkButton key={url} href={url} look={["plain", "small"]}>
              {label} <Icon name="external" size="small" />
            </LinkButton>
          ))}
        </p>
      )}
    </>
  );
}

/** What nobody can tell from what was pasted. */
function Unknown({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const unknown = unknownOf(explanation);
  return unknown.length === 0 ? null : (
    <>
      <h4>What is not known</h4>
      <ul className="explain-dashes note quiet">
        {unknown.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Sources({ explanation }: { readonly explanation: Explanation }): ReactNode {
  return explanation.sources.length === 0 ? null : (
    <>
      <h4>Sources</h4>
      <ul className="explain-sources">
        {explanation.sources.map((source) => (
          <li key={source}>
            <LinkButton href={source} look={["plain", "small"]}>
              <span title={source}>{sourceName(source)}</span> <Icon name="external" size="small" />
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}
