import type { ReactNode } from "react";
import type { Explanation, MacLog, MacLogAttempt } from "../../../preload/contract.ts";
import { LinkButton } from "../../components/button.tsx";
import { CertaintyTag } from "../../components/certainty-tag.tsx";
import { Icon } from "../../components/icon.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { CommandBox } from "../../features/explain/command-box.tsx";
import { passwordText } from "../../features/explain/explain-text.ts";
import { useExplain } from "../../stores/context.ts";

type LogInspectorProps = { readonly log: MacLog; readonly attempt: MacLogAttempt | null };

/** What an attempt means, in this order: the code, what Jamf Connect does, what to do, what is not known. */
export function LogInspector({ log, attempt }: LogInspectorProps): ReactNode {
  const place = attempt?.evidence?.entry ?? null;
  const entry = place === null ? null : (log.entries[place] ?? null);
  return (
    <>
      {entry === null ? <NothingDecides attempt={attempt} /> : <Meaning entry={entry} attempt={attempt} />}
      <NextLook entry={entry} />
      {log.versions.length > 0 && (
        <Section title="Versions">
          <dl className="facts">
            {log.versions.map(({ what, version, file }) => (
              <Fact key={`${what} ${file}`} name={what}>
                {version} <span className="faint">{file}</span>
              </Fact>
            ))}
          </dl>
        </Section>
      )}
      <Section title="What is not known">
        <ul className="explain-dashes note quiet">
          {log.unknown.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section title="How it was read">
        <ul className="explain-dashes note quiet">
          {[...log.known, ...log.notes].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function NothingDecides({ attempt }: { readonly attempt: MacLogAttempt | null }): ReactNode {
  const name = attempt?.evidence?.name ?? null;
  return (
    <Section title={name ?? "No line decides"}>
      <p className="note quiet">
        {name === null
          ? "No line of this attempt names a code, an OAuth error or a network error. How it ended cannot be told from it."
          : "No public list has this code, so nothing is known about it here."}
      </p>
    </Section>
  );
}

type MeaningProps = { readonly entry: Explanation; readonly attempt: MacLogAttempt | null };

function Meaning({ entry, attempt }: MeaningProps): ReactNode {
  const { assessed, certainty, jamfConnect, kind, locksAccount, meaning, passwordVerdict, steps, title } =
    entry;
  return (
    <>
      <Section
        title={kind === "network" ? "What the error means" : "What the code means"}
        aside={
          <CertaintyTag certainty={kind === "oauth-error" || kind === "code" ? "documented" : certainty} />
        }
      >
        <p className="note">
          <b>{title}</b>
        </p>
        <p className="note">{meaning}</p>
        {assessed && (
          <dl className="facts explain-facts">
            <Fact name="Password">
              {passwordText[passwordVerdict]} <CertaintyTag certainty={certainty} />
            </Fact>
            <Fact name="Counts to lock-out">{locksAccount ? "Yes" : "No"}</Fact>
            {attempt !== null && attempt.hosts.length > 0 && (
              <Fact name="Asked">{attempt.hosts.join(", ")}</Fact>
            )}
          </dl>
        )}
      </Section>
      <Section title="What Jamf Connect does" aside={<CertaintyTag certainty={jamfConnect.certainty} />}>
        <p className="note quiet">{assessed ? jamfConnect.why : "Not assessed."}</p>
      </Section>
      <Section title="What to do">
        <ol className="fix-steps note">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <ul className="inspector-links">
          {entry.links.map(({ label, url }) => (
            <li key={url}>
              <LinkButton href={url} look={["plain", "small"]}>
                {label} <Icon name="external" size="small" />
              </LinkButton>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** After the fix, or where nothing decides: the log that says more. */
function NextLook({ entry }: { readonly entry: Explanation | null }): ReactNode {
  const commands = useExplain((state) => state.commands);
  const wanted = commands.filter(({ id }) => id === "login-unified-log");
  return (
    <Section title={entry === null ? "What to do" : "Then look again"}>
      {wanted.map((command) => (
        <CommandBox key={command.id} command={command} />
      ))}
    </Section>
  );
}
