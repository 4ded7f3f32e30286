import type { ReactNode } from "react";
import { CopyButton } from "../../components/copy-button.tsx";

type RegisterStepsProps = {
  /** Which permissions, as the end of a sentence. */
  readonly permissions: string;
  /** What the person has to be able to read, and in which role. */
  readonly who: string;
};

/** How the person's own app registration is made, to copy. */
export function RegisterSteps({ permissions, who }: RegisterStepsProps): ReactNode {
  const command = [
    'az ad app create --display-name "Latchkey (read only)" --sign-in-audience AzureADMyOrg',
    "--is-fallback-public-client true --public-client-redirect-uris http://localhost --query appId -o tsv",
  ].join(" ");
  return (
    <details className="graph-steps">
      <summary>How to register an app of your own</summary>
      <ol className="fix-steps note">
        <li>
          Register an app for this tenant only, with the redirect URI <code>http://localhost</code> under
          Mobile and desktop applications, and Allow public client flows on. Or run:
          <span className="row">
            <code className="grow">{command}</code>
            <CopyButton text={command} label="Copy the command" />
          </span>
        </li>
        <li>Add the delegated permissions of Microsoft Graph{permissions} Have an administrator consent.</li>
        <li>Sign in as somebody who may read {who}.</li>
      </ol>
    </details>
  );
}
