import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { CallInput, ConditionalAccessAnswer, Problem } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { FindingNote } from "../../components/finding-note.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useApp, usePolicies, useRuns } from "../../stores/context.ts";
import { createQuery } from "../../stores/query.ts";
import { findingName } from "../../text/finding-name.ts";
import { PolicyMatrix } from "./policy-matrix.tsx";
import "./policies.css";

type PoliciesSheetProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Every loaded policy and what it does to the two sign-ins of the profile, each with its reasons. */
export function PoliciesSheet({ isOpen, onClose }: PoliciesSheetProps): ReactNode {
  const { host } = useApp();
  const from = useRuns((state) => state.from);
  const username = useRuns((state) => state.username.trim());
  const policies = usePolicies((state) => state.policies);
  const [answer, setAnswer] = useState<ConditionalAccessAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const explanation = useMemo(
    () =>
      createQuery(
        (about: CallInput<"policies.explain">) => host.call("policies.explain", about),
        (found) => {
          setAnswer(found.ok ? found.value : null);
          setProblem(found.ok ? null : found.problem);
        },
      ),
    [host],
  );
  useEffect(() => {
    if (isOpen) {
      explanation.ask({ from, username: username === "" ? null : username });
    }
  }, [isOpen, explanation, from, username]);
  return (
    <Dialog
      title="Conditional Access and the two sign-ins"
      isOpen={isOpen}
      onClose={onClose}
      size="sheet"
      actions={
        <>
          <span className="grow">
            <Toggle isOn={showsAll} onChange={setShowsAll}>
              Also those that do not apply
            </Toggle>
          </span>
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      {problem !== null && <ProblemBanner problem={problem} />}
      {answer !== null && (
        <>
          <Verdicts answer={answer} />
          <PolicyMatrix answer={answer} showsAll={showsAll} />
          <div className="policy-findings">
            {answer.findings.map((finding) => (
              <FindingNote key={findingName(finding)} finding={finding} />
            ))}
          </div>
        </>
      )}
      {answer === null && problem === null && policies === null && (
        <p className="quiet">No policies are loaded. Load an export of them to see what each does.</p>
      )}
    </Dialog>
  );
}

const signInTitles = { "login-window": "Login window", "password-check": "Password check" } as const;

function Verdicts({ answer }: { readonly answer: ConditionalAccessAnswer }): ReactNode {
  return (
    <dl className="policy-verdicts">
      {answer.signIns.map(({ id, verdict, resourceName }) => (
        <div key={id}>
          <dt>
            <Icon name={id === "login-window" ? "login-window" : "password-check"} size="small" />{" "}
            {signInTitles[id]} <span className="faint">asks for {resourceName}</span>
          </dt>
          <dd>{verdict.text}</dd>
        </div>
      ))}
    </dl>
  );
}
