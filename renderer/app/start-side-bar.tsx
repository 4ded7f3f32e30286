import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { Icon } from "../components/icon.tsx";
import { Mark } from "../components/mark.tsx";
import { useApp, useDocument, useNavigation, usePractice } from "../stores/context.ts";
import { useOpenProfile } from "../stores/use-open-profile.ts";
import { ariaKeys, commandKeys } from "../text/command-keys.ts";
import { newFromTemplate, showScenarios } from "./commands.ts";
import { TargetNote } from "./target-note.tsx";

/** The side bar while no document is open: what this is, and the ways in. */
export function StartSideBar(): ReactNode {
  const { description, stores } = useApp();
  const dismiss = useDocument((state) => state.dismiss);
  const isPractice = usePractice((state) => state.status.running);
  const screen = useNavigation((state) => state.screen);
  const go = useNavigation((state) => state.go);
  const openDialog = useNavigation((state) => state.openDialog);
  const open = useOpenProfile();
  return (
    <nav className="side start-side" aria-label="Start" data-pane="side">
      <div className="side-top" />
      <div className="start-identity">
        <Mark size={64} />
        <p className="start-name">Latchkey</p>
        <p>Jamf Connect, explained</p>
      </div>
      <div className="start-actions">
        <Button onPress={open} aria-keyshortcuts={ariaKeys("open")}>
          <Icon name="folder" />
          <span className="grow">
            <span className="start-action">Open a profile…</span>
            <span className="start-action-note">.mobileconfig or .plist</span>
          </span>
          <kbd>{commandKeys("open")}</kbd>
        </Button>
        <Button onPress={() => newFromTemplate(stores)} aria-keyshortcuts={ariaKeys("new")}>
          <Icon name="plus" />
          <span className="grow">
            <span className="start-action">New from a template</span>
            <span className="start-action-note">Asks only for your own IDs</span>
          </span>
          <kbd>{commandKeys("new")}</kbd>
        </Button>
        <Button onPress={() => showScenarios(stores)} aria-keyshortcuts={ariaKeys("practice")}>
          <Icon name="practice" />
          <span className="grow">
            <span className="start-action">Practice tenant</span>
            <span className="start-action-note">On this machine only</span>
          </span>
          <kbd>{commandKeys("practice")}</kbd>
        </Button>
        <Button
          {...(screen === "sign-ins" ? { "aria-current": "page" } : {})}
          onPress={() => {
            dismiss();
            go("sign-ins");
          }}
          aria-keyshortcuts={ariaKeys("sign-ins")}
        >
          <Icon name="bars" />
          <span className="grow">
            <span className="start-action">Read a sign-in log</span>
            <span className="start-action-note">Real failures told from noise</span>
          </span>
          <kbd>{commandKeys("sign-ins")}</kbd>
        </Button>
        <Button
          {...(screen === "explain" ? { "aria-current": "page" } : {})}
          onPress={() => {
            dismiss();
            go("explain");
          }}
          aria-keyshortcuts={ariaKeys("explain")}
        >
          <Icon name="search" />
          <span className="grow">
            <span className="start-action">Explain an error</span>
            <span className="start-action-note">A code, a text or a Mac log</span>
          </span>
          <kbd>{commandKeys("explain")}</kbd>
        </Button>
        <Button onPress={() => openDialog("signatures")}>
          <Icon name="lock" />
          <span className="grow">
            <span className="start-action">Check signatures</span>
            <span className="start-action-note">Who signed a profile, and until when</span>
          </span>
        </Button>
      </div>
      <div className="start-foot">
        {isPractice && <TargetNote />}
        <p className="start-version">Version {description.version}</p>
      </div>
    </nav>
  );
}
