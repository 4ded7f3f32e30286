import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { useApp, useRuns } from "../../../stores/context.ts";

/**
 * The other way to sign in: what a browser can do that a login window cannot shows only when both were tested. Left out
 * where the host has no login window.
 */
export function MethodsSection({ result }: { readonly result: LoginResult }): ReactNode {
  const { description } = useApp();
  const start = useRuns((state) => state.start);
  const isBusy = useRuns((state) => state.isStarting || state.runningId !== null);
  const { via } = result.asked;
  if (via === "direct" || !description.capabilities.canOpenLoginWindow) {
    return null;
  }
  const other = via === "window" ? "browser" : "window";
  return (
    <Section title="Login window and browser">
      <p className="note quiet">
        {via === "window"
          ? "This run went through the login window, as Jamf Connect does. A browser may meet conditions of device or session that a login window cannot."
          : "This run went through the system's browser. Jamf Connect signs in through the login window, which starts fresh every time."}
      </p>
      <p className="section-action">
        <Button look={["small"]} isDisabled={isBusy} onPress={() => start("oidc", other)}>
          {other === "browser" ? "Test in the browser" : "Test in the login window"}
        </Button>
      </p>
    </Section>
  );
}
