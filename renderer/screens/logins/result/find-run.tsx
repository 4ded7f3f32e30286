import { type ReactNode, useState } from "react";
import { Button, LinkButton } from "../../../components/button.tsx";
import { CopyButton } from "../../../components/copy-button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Icon } from "../../../components/icon.tsx";

type FindRunProps = { readonly correlationId: string; readonly isPractice: boolean };

/** https://learn.microsoft.com/entra/identity/monitoring-health/howto-analyze-sign-in-logs-log-analytics */
const signInLogs = "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/SignInEventsV3Blade";

/** How to find the row of a run in the sign-in log of its tenant. */
export function FindRunButton({ correlationId, isPractice }: FindRunProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  if (isPractice) {
    return null;
  }
  const query = [
    "union isfuzzy=true SigninLogs, AADNonInteractiveUserSignInLogs",
    `| where CorrelationId == "${correlationId}"`,
  ].join("\n");
  return (
    <>
      <Button look={["plain", "small"]} className="section-link" onPress={() => setOpen(true)}>
        Find this run by correlation ID…
      </Button>
      <Dialog title="Find this run in the sign-in log" isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className="row">
          <code className="grow">{correlationId}</code>
          <CopyButton text={correlationId} label="Copy the correlation ID">
            Copy
          </CopyButton>
        </p>
        <ol className="fix-steps">
          <li>Open the sign-in logs in the Entra admin center. Rows take 5 to 15 minutes to appear.</li>
          <li>Add the filter Correlation ID and paste the id.</li>
          <li>
            Look under the interactive and the non-interactive user sign-ins: password checks have been seen
            in both.
          </li>
        </ol>
        <p className="note quiet">With Log Analytics or Microsoft Sentinel:</p>
        <div className="row">
          <pre className="code-box grow">{query}</pre>
          <CopyButton text={query} label="Copy the query" />
        </div>
        <div className="dialog-actions">
          <LinkButton href={signInLogs}>
            Open the sign-in logs <Icon name="external" size="small" />
          </LinkButton>
          <Button onPress={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}
