import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { PickPolicies } from "../../components/load-policies.tsx";
import { useNavigation } from "../../stores/context.ts";
import { GraphButton } from "./graph-dialog.tsx";
import { signInTitles } from "./sign-in-titles.ts";

/** Its parts: a line breaks between them and never behind the dash of an option. */
const exportCommand = [
  "Invoke-MgGraphRequest -Uri 'v1.0/identity/conditionalAccess/policies'",
  "-OutputType Json",
  "| Set-Content policies.json",
] as const;

/** Before policies are loaded: what this screen answers, by an example, and three ways in. */
export function EmptyPolicies(): ReactNode {
  const go = useNavigation((state) => state.go);
  return (
    <div className="screen-body">
      <div className="scroll">
        <div className="ca-empty">
          <h2>Which policy hits the login, and which the password check?</h2>
          <p className="quiet">
            Load your Conditional Access policies. You see for each policy whether it hits the login, the
            password check or neither, and why.
          </p>
          <Example />
          <ul className="ca-ways-in">
            <Way
              icon="document"
              title="From files"
              text="Exports of the portal, Graph, PowerShell, EntraExporter or Terraform. Read here and sent nowhere. Or drop them here."
              how={<ExportCommand />}
            >
              <PickPolicies label="Load files…" look={["primary"]} />
              <PickPolicies label="Load a folder…" isFolder look={[]} />
            </Way>
            <Way
              icon="cloud"
              title="From Microsoft Graph"
              text="You sign in yourself. Reads only: Policy.Read.ConditionalAccess."
            >
              <GraphButton look={[]} />
            </Way>
            <Way
              icon="practice"
              title="From the practice tenant"
              text="Invented policies, to see how it works."
            >
              <Button onPress={() => go("test")}>Use the practice tenant…</Button>
            </Way>
          </ul>
        </div>
      </div>
    </div>
  );
}

/** The command that makes files which can be loaded here. */
function ExportCommand(): ReactNode {
  return (
    <div className="ca-command">
      <p className="note quiet">Export all of them with PowerShell (needs Policy.Read.ConditionalAccess):</p>
      <p className="row">
        <code className="grow">
          {exportCommand.map((part, index) => (
            <span key={part}>
              {part}
              {index < exportCommand.length - 1 && "\u00A0"}
            </span>
          ))}
        </code>
        <CopyButton text={exportCommand.join(" ")} label="Copy the command" />
      </p>
      <p className="note quiet">
        Add exports of named locations, groups and apps to see names instead of ids.
      </p>
    </div>
  );
}

type WayProps = {
  readonly icon: IconName;
  readonly title: string;
  /** What it takes. */
  readonly text: string;
  /** How to come by it, below. */
  readonly how?: ReactNode;
  readonly children: ReactNode;
};

function Way({ icon, title, text, how, children }: WayProps): ReactNode {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <h3>{title}</h3>
        <p className="note quiet">{text}</p>
      </div>
      <div className="ca-way-buttons">{children}</div>
      {how}
    </li>
  );
}

const examples = [
  { name: "Require MFA for all users", login: "No, excluded", check: "MFA, not wanted" },
  { name: "Require MFA for Jamf Connect", login: "MFA, as wanted", check: "No, resource" },
] as const;

const exampleLooks: Readonly<Record<string, { readonly look: string; readonly icon: IconName }>> = {
  "MFA, not wanted": { look: "ca-answer-warning", icon: "warning" },
  "MFA, as wanted": { look: "ca-answer-mfa", icon: "check" },
};

/** Two policies as the answer shows them. */
function Example(): ReactNode {
  return (
    <table className="ca-example" aria-label="Example">
      <thead>
        <tr>
          <td />
          {(["login-window", "password-check"] as const).map((id) => (
            <th key={id} scope="col" className="ca-example-sign-in">
              <Icon name={id} size="small" /> {signInTitles[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {examples.map(({ name, login, check }) => (
          <tr key={name}>
            <th scope="row">
              {name} <span className="small faint">Example</span>
            </th>
            <td>
              <ExampleCell word={login} />
            </td>
            <td>
              <ExampleCell word={check} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ExampleCell({ word }: { readonly word: string }): ReactNode {
  const { look = "ca-cell-does-not-apply", icon = null } = exampleLooks[word] ?? {};
  return (
    <span className={`ca-cell ${look}`}>
      {icon !== null && <Icon name={icon} size="small" />}
      {word}
    </span>
  );
}
