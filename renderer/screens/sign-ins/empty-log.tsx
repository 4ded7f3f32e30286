import type { ReactNode } from "react";
import { useSignIns } from "../../stores/context.ts";
import { AddFiles } from "./add-files.tsx";
import { LogFromGraph } from "./log-from-graph.tsx";

/** What the screen is for, and how to come by a log. */
export function EmptyLog(): ReactNode {
  const isReading = useSignIns((state) => state.isReading);
  // Once something was given, the tool bar has the ways to more.
  const isUntouched = useSignIns((state) => state.view === null);
  return (
    <div className="screen-body">
      <div className="scroll">
        <div className="signs-empty">
          <h2>{isReading ? "The log is being read" : "Which failures are real?"}</h2>
          <p className="quiet">
            Under MFA, Entra logs every correct password of Jamf Connect's check as a failure. Add a sign-in
            log, and see what kept somebody out.
          </p>
          {isUntouched && (
            <p className="row">
              <AddFiles look={["primary"]} />
              <LogFromGraph />
            </p>
          )}
          <p className="note quiet">Or drop files, or a folder of them, anywhere in this window.</p>
          <Example />
          <h3>Where a log comes from</h3>
          <dl className="signs-ways">
            <dt>Entra admin center</dt>
            <dd>
              Monitoring › Sign-in logs › Download, as JSON or CSV, the interactive and the non-interactive
              file. Add the AuthDetails file of the same download as well.
            </dd>
            <dt>Log Analytics, Sentinel</dt>
            <dd>
              Query <code>SigninLogs</code> and <code>AADNonInteractiveUserSignInLogs</code>, and export the
              result as CSV.
            </dd>
            <dt>Microsoft Graph</dt>
            <dd>
              Sign in and read the last few days, or add a saved answer of <code>auditLogs/signIns</code>.
            </dd>
            <dt>Azure Monitor</dt>
            <dd>
              Files from a storage account or an event hub, also as <code>.gz</code>.
            </dd>
          </dl>
          <p className="note faint">
            The rows stay on this machine, in a private folder that is deleted when you close the window.
          </p>
        </div>
      </div>
    </div>
  );
}

/** What the answer looks like, before there is one. */
function Example(): ReactNode {
  return (
    <section className="signs-example" aria-label="Example of an answer">
      <p className="faint">Example</p>
      <p className="signs-numbers">
        <span className="tone-err">54 real failures</span>{" "}
        <span className="tone-mfa">1,180 correct passwords</span>
      </p>
      <div className="signs-share" aria-hidden="true">
        <span className="signs-err" />
        <span className="signs-mfa grow" />
      </div>
    </section>
  );
}
