import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { useApp, useRuns } from "../../stores/context.ts";
import { ariaKeys } from "../../text/command-keys.ts";
import { PracticeSwitch } from "./practice/practice-switch.tsx";
import { ReportButton } from "./report/report-button.tsx";
import { useReportedRuns } from "./report/use-reported-runs.ts";
import { useTestButtons } from "./use-test-buttons.ts";

/** The test buttons, or Stop while a test runs. */
export function TestToolBar(): ReactNode {
  const isRunning = useRuns((state) => state.runningId !== null);
  const isStarting = useRuns((state) => state.isStarting);
  const can = useTestButtons();
  const start = useRuns((state) => state.start);
  const canChooseMethod = useApp().description.capabilities.canOpenLoginWindow;
  const stop = useRuns((state) => state.stop);
  const hasReport = useReportedRuns().length > 0;
  return (
    <ToolBar title="Test" subtitle="Sends exactly what Jamf Connect sends">
      <PracticeSwitch isDisabled={isRunning || isStarting} />
      {isRunning ? (
        <Button look={["capsule"]} onPress={stop} aria-keyshortcuts="Escape">
          <Icon name="stop" size="small" /> Stop <kbd>esc</kbd>
        </Button>
      ) : (
        <span className="pill">
          <Button
            isDisabled={!can.login}
            onPress={() => start("oidc")}
            aria-keyshortcuts={ariaKeys("test-oidc")}
          >
            <Icon name="login-window" /> Test OIDC
          </Button>
          {canChooseMethod && (
            <span title="Test OIDC in the system's browser, to compare with the login window">
              <Button
                isDisabled={!can.login}
                onPress={() => start("oidc", "browser")}
                aria-label="Test OIDC in the browser"
              >
                <Icon name="browser" />
              </Button>
            </span>
          )}
          <Button
            isDisabled={!can.check}
            onPress={() => start("ropg")}
            aria-keyshortcuts={ariaKeys("test-ropg")}
          >
            <Icon name="password-check" /> Test ROPG
          </Button>
          <Button
            look={["primary"]}
            isDisabled={!can.both}
            onPress={() => start("both")}
            aria-keyshortcuts={ariaKeys("test-both")}
          >
            <span className="test-both-icons">
              <Icon name="login-window" />
              <Icon name="password-check" />
            </span>{" "}
            Test both
          </Button>
        </span>
      )}
      <span className="test-report" {...(hasReport ? {} : { title: "A report needs a run that has ended." })}>
        <ReportButton />
      </span>
    </ToolBar>
  );
}
