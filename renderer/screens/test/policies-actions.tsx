import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import type { PoliciesView } from "../../../preload/contract.ts";
import { usePolicies } from "../../app/context.ts";
import { Button } from "../../components/button.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";

/** Loads an export of Conditional Access policies, others in their place, or takes them away. */
export function PoliciesActions({ policies }: { readonly policies: PoliciesView | null }): ReactNode {
  const load = usePolicies((state) => state.load);
  const clear = usePolicies((state) => state.clear);
  const isLoading = usePolicies((state) => state.isLoading);
  const problem = usePolicies((state) => state.problem);
  const dismiss = usePolicies((state) => state.dismiss);
  return (
    <>
      <p className="policies-actions">
        <FileTrigger
          acceptedFileTypes={[".json", "application/json"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) {
              load(file);
            }
          }}
        >
          <Button look={["small"]} isDisabled={isLoading}>
            {policies?.source === "file" ? "Load others…" : "Load policies…"}
          </Button>
        </FileTrigger>
        {policies?.source === "file" && (
          <Button look={["small", "plain"]} onPress={clear}>
            Take them away
          </Button>
        )}
      </p>
      {problem !== null && <ProblemBanner problem={problem} onDismiss={dismiss} />}
    </>
  );
}
