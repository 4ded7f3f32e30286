import type { ReactNode } from "react";
import type { PoliciesView } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { LoadPolicies } from "../../../components/load-policies.tsx";
import { usePolicies } from "../../../stores/context.ts";

/** Loads an export of Conditional Access policies, others in their place, or takes them away. */
export function PoliciesActions({ policies }: { readonly policies: PoliciesView | null }): ReactNode {
  const clear = usePolicies((state) => state.clear);
  const isFromFile = policies?.source === "file";
  return (
    <div className="policies-actions">
      <LoadPolicies label={isFromFile ? "Load others…" : "Load policies…"} />
      {isFromFile && (
        <Button look={["small", "plain"]} onPress={clear}>
          Forget these policies
        </Button>
      )}
    </div>
  );
}
