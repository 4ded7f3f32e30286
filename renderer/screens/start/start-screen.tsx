import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useApp } from "../../app/context.ts";
import { useOpenProfile } from "../../app/use-open-profile.ts";
import { Icon } from "../../components/icon.tsx";
import { Mark } from "../../components/mark.tsx";
import { shortcutLabel } from "../../text/shortcut-label.ts";
import { Example } from "./example.tsx";
import { Scenarios } from "./scenarios.tsx";
import "./start.css";

/** No document is open: three ways in, and an example of what they lead to. */
export default function StartScreen(): ReactNode {
  const { description } = useApp();
  const open = useOpenProfile();
  const showScenarios = () => document.getElementById("scenarios")?.querySelector("button")?.focus();
  return (
    <>
      <nav className="side start-side" aria-label="Start" data-pane="side">
        <div className="side-top" />
        <div className="start-identity">
          <Mark size={64} />
          <h1>Latchkey</h1>
          <p>Jamf Connect, explained</p>
        </div>
        <div className="start-actions">
          <Button onPress={open}>
            <Icon name="folder" />
            <span className="grow">
              <b>Open a profile…</b>
              <span>.mobileconfig or .plist</span>
            </span>
            <kbd>{shortcutLabel("mod+o")}</kbd>
          </Button>
          <Button onPress={showScenarios}>
            <Icon name="practice" />
            <span className="grow">
              <b>Practice tenant</b>
              <span>Runs on this machine only</span>
            </span>
          </Button>
        </div>
        <p className="start-version">Version {description.version}</p>
      </nav>
      <main className="screen" data-pane="main">
        <div className="scroll start-main">
          <Example onOpen={open} />
          <Scenarios />
          <footer>Drop a profile anywhere in this window to open it.</footer>
        </div>
      </main>
    </>
  );
}
