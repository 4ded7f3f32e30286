import { type ReactNode, useState } from "react";
import type { DocumentedRule, Finding, Problem } from "../../preload/contract.ts";
import { useApp } from "../stores/context.ts";
import { Button, LinkButton } from "./button.tsx";
import { Dialog, DialogScroll } from "./dialog.tsx";
import { Icon } from "./icon.tsx";
import { ProblemBanner } from "./problem-banner.tsx";

const certaintyText: Readonly<Record<Finding["certainty"], string>> = {
  documented: "Documented: it stands in the source below.",
  inferred: "Inferred: concluded from the source below and from what it leaves open.",
};

/** What is known beside a finding: null until it was asked for. */
type Answer = { readonly rule: DocumentedRule | null } | { readonly problem: Problem };

/** Says on demand what a finding rests on: why it matters, how certain that is, its source and an example. */
export function WhyButton({ finding }: { readonly finding: Finding }): ReactNode {
  const { host } = useApp();
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (finding.source === undefined) {
    return null;
  }
  const open = async () => {
    const asked = await host.call("rules.explain", { rule: finding.rule });
    setAnswer(asked.ok ? { rule: asked.value } : { problem: asked.problem });
    setOpen(true);
  };
  return (
    <>
      <Button
        look={["small", "plain"]}
        className="why-button"
        aria-label={`Why? ${finding.title}`}
        onPress={open}
      >
        Why?
      </Button>
      <Dialog title={finding.title} size="wide" isOpen={isOpen} onClose={() => setOpen(false)}>
        <DialogScroll label="What it rests on">
          {answer !== null && <Why finding={finding} answer={answer} />}
        </DialogScroll>
        <div className="dialog-actions">
          <Button onPress={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}

function Why({ finding, answer }: { readonly finding: Finding; readonly answer: Answer }): ReactNode {
  if ("problem" in answer) {
    return <ProblemBanner problem={answer.problem} />;
  }
  const { rule } = answer;
  return (
    <div className="why note">
      <p>{finding.detail}</p>
      {rule !== null && <p>{rule.why}</p>}
      <p className="quiet">{certaintyText[finding.certainty]}</p>
      {finding.source !== undefined && (
        <p>
          <LinkButton href={finding.source} look={["plain", "small"]}>
            {finding.source.replace(/^https:\/\//u, "")} <Icon name="external" size="small" />
          </LinkButton>
        </p>
      )}
      {rule !== null && (
        <>
          <h3>A profile with this mistake</h3>
          <pre className="code-box">{rule.fires}</pre>
          <h3>The same put right</h3>
          <pre className="code-box">{rule.silent}</pre>
        </>
      )}
      <p className="faint">
        The rule is called <code>{finding.rule}</code>.
      </p>
    </div>
  );
}
