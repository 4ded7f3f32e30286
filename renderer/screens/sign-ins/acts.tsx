import type { ReactNode } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { useSignIns } from "../../stores/context.ts";
import { groupDigits } from "../../text/count.ts";
import { byCertainty, bySameAdvice } from "./same-advice.ts";

type ActsProps = { readonly title: string; readonly findings: readonly Finding[] };

/** What a rule found, person by person, and what each of them calls for. */
export function Acts({ title, findings }: ActsProps): ReactNode {
  return byCertainty(findings).map(([certainty, equallySure]) => (
    <Act key={certainty} title={title} findings={equallySure} />
  ));
}

/** Nobody acts on more people at once; the breakdown has all of them. */
const shownPeople = 5;

function Act({ title, findings }: ActsProps): ReactNode {
  const [first] = findings;
  if (first === undefined) return null;
  return (
    <Section title={title} aside={first.certainty}>
      {bySameAdvice(findings.slice(0, shownPeople)).map((people) => (
        <Advice key={people[0]?.title} people={people} />
      ))}
      {findings.length > shownPeople && (
        <p className="note faint">and {groupDigits(findings.length - shownPeople)} more</p>
      )}
      {first.source !== undefined && (
        <div className="signs-acts">
          <LinkButton href={first.source} look={["plain", "small"]}>
            {sourceWord(first)} <Icon name="external" size="small" />
          </LinkButton>
        </div>
      )}
    </Section>
  );
}

/** Whose page it is, and about what. */
function sourceWord({ rule, source = "" }: Finding): string {
  if (!source.startsWith("https://learn.microsoft.com/")) return "Source";
  return rule === "checks-began-to-meet-mfa" ? "What Microsoft changed" : "Microsoft on this";
}

/** People of whom the same is said, and what to do about it once. */
function Advice({ people }: { readonly people: readonly Finding[] }): ReactNode {
  const [first] = people;
  if (first === undefined) return null;
  return (
    <div className="signs-advice">
      <ul className="signs-people">
        {people.map((finding) => (
          <li key={finding.title}>
            <Person finding={finding} />
          </li>
        ))}
      </ul>
      <p className="note quiet signs-detail">{first.detail}</p>
      <Steps finding={first} />
    </div>
  );
}

function Steps({ finding: { fix } }: { readonly finding: Finding }): ReactNode {
  return fix !== undefined && "steps" in fix ? (
    <details className="signs-steps">
      <summary>{fix.label}</summary>
      <ol className="fix-steps note">
        {fix.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  ) : null;
}

/** The sentence of a finding; one about somebody narrows everything to that person. */
function Person({ finding: { title, where } }: { readonly finding: Finding }): ReactNode {
  const choose = useSignIns((state) => state.choose);
  const user = where.row ?? null;
  if (user === null) return <p className="note">{title}</p>;
  return (
    <Button
      look={["plain", "small"]}
      className="signs-person"
      aria-label={`Only ${user}: ${title}`}
      onPress={() => choose({ user })}
    >
      {title}
    </Button>
  );
}
