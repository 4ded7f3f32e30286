import type { ReactNode } from "react";
import { Icon } from "../../components/icon.tsx";
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
          <p className="signs-drop">
            <Icon name="download" />
            <span>
              <b>Drop logs anywhere in this window.</b> Files, or a folder of them.
            </span>
          </p>
          <ul className="signs-ways">
            <li>
              <b>Entra admin center</b>
              <span className="quiet">
                Monitoring › Sign-in logs › Download, as JSON or CSV, the interactive and the non-interactive
                file. AuthDetails belongs beside its CSV.
              </span>
            </li>
            <li>
              <b>Log Analytics, Sentinel</b>
              <span className="quiet">
                Export the result over SigninLogs and AADNonInteractiveUserSignInLogs as CSV.
              </span>
            </li>
            <li>
              <b>Microsoft Graph</b>
              <span className="quiet">
                Read the last days here with your own sign-in, or add what auditLogs/signIns gave.
              </span>
            </li>
            <li>
              <b>Azure Monitor</b>
              <span className="quiet">What a storage account or an event hub gave, packed (.gz) or not.</span>
            </li>
          </ul>
          <p className="note faint">
            The rows go to a private folder on this machine, which goes with the window, and are sent nowhere.
            Microsoft Graph is asked only when you sign in to it.
          </p>
        </div>
      </div>
    </div>
  );
}
