import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import { useHistory, usePractice } from "../../../stores/context.ts";
import { scenarioOf } from "../../../stores/practice-store.ts";

/** Said above the answer of a run that went elsewhere than tests go now. */
export function OtherTenant({ runId }: { readonly runId: string }): ReactNode {
  const run = useHistory((state) => state.runs.find(({ id }) => id === runId) ?? null);
  const status = usePractice((state) => state.status);
  if (run === null || run.scenario === scenarioOf(status)) {
    return null;
  }
  return (
    <p className="banner banner-note other-tenant">
      <Icon name="clock" size="small" />
      <span>
        An earlier answer of <b>{run.name.whole}</b>. Tests go to{" "}
        {status.running ? status.scenario.title : "the profile's own tenant"} now.
      </span>
    </p>
  );
}
