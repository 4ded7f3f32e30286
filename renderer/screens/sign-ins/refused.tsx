import type { ReactNode } from "react";
import type { Problem, SignInsView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { useSignIns } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { AddFiles } from "./add-files.tsx";

/** Files that were not read, and why; more than a few as one line each. */
export function Refused({ view }: { readonly view: SignInsView | null }): ReactNode {
  const problem = useSignIns((state) => state.problem);
  const dismiss = useSignIns((state) => state.dismiss);
  const known = useSignIns((state) => state.knownRefused);
  const dismissRefused = useSignIns((state) => state.dismissRefused);
  const refused = (view?.refused ?? []).slice(known);
  const [first] = refused;
  return (
    <>
      {problem !== null && (
        <div className="signs-problem">
          <ProblemBanner problem={problem} onDismiss={dismiss} />
        </div>
      )}
      {first !== undefined && (
        <div className="signs-problem">
          <RefusedFile problem={first} rows={view?.rows ?? 0} onDismiss={dismissRefused} />
          {refused.length > 1 && (
            <details className="note quiet">
              <summary>{count(refused.length - 1, "more file")} could not be read</summary>
              <ul className="signs-notes">
                {refused.slice(1, 51).map(({ title, detail }) => (
                  <li key={`${title} ${detail}`}>
                    {title} {detail}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </>
  );
}

type RefusedFileProps = {
  readonly problem: Problem;
  /** Rows that were there before. */
  readonly rows: number;
  readonly onDismiss: () => void;
};

/** What is wrong with a file; what stands beside it came from Microsoft Graph, and no file is added again for it. */
const ofFiles: readonly string[] = ["log-not-read", "not-a-sign-in-log", "file-not-read", "stopped"];

/** A file that was not added: which, why, what became of the others, and the way to try again. */
function RefusedFile({ problem, rows, onDismiss }: RefusedFileProps): ReactNode {
  const { code, title, detail, fix } = problem;
  if (!ofFiles.includes(code)) return <ProblemBanner problem={problem} onDismiss={onDismiss} />;
  return (
    <div className="banner banner-error signs-refused" role="alert">
      <Icon name="error" />
      <div className="grow">
        <p>
          <b>{title}</b> {detail}
        </p>
        <p>
          {fix}
          {rows > 0 && (
            <span className="quiet">
              {" "}
              The {count(rows, "row")} already loaded {rows === 1 ? "has" : "have"} not changed.
            </span>
          )}
        </p>
      </div>
      <AddFiles again />
      <Button look={["icon"]} aria-label="Close this message" onPress={onDismiss}>
        <Icon name="remove" size="small" />
      </Button>
    </div>
  );
}
