import { lazy, type ReactNode, Suspense } from "react";
import { ProblemBanner } from "../components/problem-banner.tsx";
import { useDocument, useNavigation, usePractice } from "./context.ts";
import { DropArea } from "./drop-area.tsx";
import { OpenFailurePage } from "./open-failure-page.tsx";
import { SideBar } from "./side-bar.tsx";
import { useAppCommands } from "./use-app-commands.ts";
import { usePaneKeys } from "./use-pane-keys.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const StartScreen = lazy(() => import("../screens/start/start-screen.tsx"));
const ProfileScreen = lazy(() => import("../screens/profile/profile-screen.tsx"));
const TestScreen = lazy(() => import("../screens/test/test-screen.tsx"));
const ExportScreen = lazy(() => import("../screens/export/export-screen.tsx"));

const screenOf = { profile: ProfileScreen, test: TestScreen, export: ExportScreen } as const;

/** The one window: side bar and the screen chosen there, or Start while no document is open. */
export function Frame(): ReactNode {
  const hasDocument = useDocument((state) => state.view !== null);
  const failure = useDocument((state) => state.failure);
  const screen = useNavigation((state) => state.screen);
  useShortcuts();
  usePaneKeys();
  useAppCommands();
  const Screen = hasDocument ? screenOf[screen] : StartScreen;
  return (
    <DropArea>
      <div className="frame" data-app-state="ready">
        {hasDocument && <SideBar />}
        <Suspense fallback={<div className="screen" />}>
          {failure === null ? <Screen /> : <OpenFailurePage failure={failure} />}
        </Suspense>
      </div>
      <Notices />
    </DropArea>
  );
}

/** Problems of edits and of the practice tenant: they belong to no screen. */
function Notices(): ReactNode {
  const edit = useDocument((state) => state.problem);
  const dismissEdit = useDocument((state) => state.dismiss);
  const practice = usePractice((state) => state.problem);
  const dismissPractice = usePractice((state) => state.dismiss);
  return (
    <div className="notices">
      {edit !== null && <ProblemBanner problem={edit} onDismiss={dismissEdit} />}
      {practice !== null && <ProblemBanner problem={practice} onDismiss={dismissPractice} />}
    </div>
  );
}
