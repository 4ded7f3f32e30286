import type { ReactNode } from "react";
import { useSignIns } from "../../stores/context.ts";

/** What the screen is for, and how to come by a log. */
export function EmptyLog(): ReactNode {
  const isReading = useSignIns((state) => state.isReading);
  return (
    <div className="screen-body">
      <div className="scroll">
        <div className="signs-empty">
          <h2>{isReading ? "The log is being read" : "Which failures are real?"}</h2>
          <p className="quiet">
            Under MFA, Entra logs every correct password of Jamf Connect's check as a failure. Drop a sign-in
            log anywhere in this window, or a folder of logs, and see what kept somebody out.
          </p>
          <ul className="signs-ways">
            <li>
              <b>Entra admin center</b>
              <span className="quiet">
                Monitoring, Sign-in logs, Download: JSON or CSV, the interactive and the non-interactive file.
                AuthDetails belongs beside its CSV.
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
            The rows go to a private folder on this machine, which goes with the window. Nothing is sent
            anywhere.
          </p>
        </div>
      </div>
    </div>
  );
}
