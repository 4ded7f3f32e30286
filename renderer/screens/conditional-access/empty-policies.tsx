import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { PickPolicies } from "../../components/load-policies.tsx";
import { useNavigation } from "../../stores/context.ts";
import { GraphButton } from "./graph-dialog.tsx";

const exportCommand =
  "Invoke-MgGraphRequest -Uri 'v1.0/identity/conditionalAccess/policies' -OutputType Json | Set-Content policies.json";

/** Before policies are loaded: what this screen answers, and three ways in. */
export function EmptyPolicies(): ReactNode {
  const go = useNavigation((state) => state.go);
  return (
    <div className="screen-body">
      <div className="scroll">
        <div className="ca-empty">
          <h2>Which policy hits the login, which the password check, and why</h2>
          <p>
            Load your Conditional Access policies. Each is held against both sign-ins of this profile, with
            every condition that is met, not met or open. Files are read here and sent nowhere; Microsoft
            Graph is asked only when you sign in to it.
          </p>
          <p className="row">
            <PickPolicies label="Load policies…" look={["primary"]} />
            <PickPolicies label="Load a folder…" isFolder look={[]} />
            <GraphButton look={[]} />
            <Button onPress={() => go("test")}>Use the practice tenant…</Button>
          </p>
          <p className="note quiet">
            One file with all policies or one for each, as the portal, Microsoft Graph, PowerShell,
            EntraExporter or Terraform write them. Named locations, groups, apps and authentication strengths
            beside them give their names to ids. Files and folders can be dropped here as well.
          </p>
          <div className="ca-command">
            <p className="note quiet">
              Exported whole with PowerShell, by an account that may read policies:
            </p>
            <p className="row">
              <code className="grow">{exportCommand}</code>
              <CopyButton text={exportCommand} label="Copy the command" />
            </p>
          </div>
        </div>
      </div>
    </div>
  );
}
