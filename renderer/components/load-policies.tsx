import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import { usePolicies } from "../stores/context.ts";
import { Button } from "./button.tsx";
import { ProblemBanner } from "./problem-banner.tsx";

/** The way to load Conditional Access policies from a file, and why that did not work. */
export function LoadPolicies({ label = "Load policies…" }: { readonly label?: string }): ReactNode {
  const load = usePolicies((state) => state.load);
  const isLoading = usePolicies((state) => state.isLoading);
  const problem = usePolicies((state) => state.problem);
  const dismiss = usePolicies((state) => state.dismiss);
  return (
    <>
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
          {label}
        </Button>
      </FileTrigger>
      {problem !== null && <ProblemBanner problem={problem} onDismiss={dismiss} />}
    </>
  );
}
