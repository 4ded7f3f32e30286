import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect } from "react";
import { useDocument, useNavigation } from "../stores/context.ts";
import { standsAlone } from "../stores/navigation-store.ts";
import { AppDialogs } from "./app-dialogs.tsx";
import { DropArea } from "./drop-area.tsx";
import { FaultBoundary } from "./fault-boundary.tsx";
import { FieldsToRead } from "./fields-to-read.tsx";
import { GoneHost } from "./gone-host.tsx";
import { Notices } from "./notices.tsx";
import { StartSideBar } from "./start-side-bar.tsx";
import { useCommands } from "./use-commands.ts";
import { useLeaving } from "./use-leaving.ts";
import { usePaneKeys } from "./use-pane-keys.ts";
import { useWindowTitle } from "./use-window-title.ts";

const load = {
  start: () => import("../screens/start/start-screen.tsx"),
  profile: () => import("../screens/profile/profile-screen.tsx"),
  test: () => import("../screens/logins/test-screen.tsx"),
  "conditional-access": () => import("../screens/conditional-access/conditional-access-screen.tsx"),
  "sign-ins": () => import("../screens/sign-ins/sign-ins-screen.tsx"),
  "set-up": () => import("../screens/set-up/set-up-screen.tsx"),
  export: () => import("../screens/export/export-screen.tsx"),
  explain: () => import("../screens/explain/explain-screen.tsx"),
  "side-bar": () => import("./side-bar.tsx"),
  failure: () => import("./open-failure-page.tsx"),
} as const;

const screenOf = {
  start: lazy(load.start),
  profile: lazy(load.profile),
  test: lazy(load.test),
  "conditional-access": lazy(load["conditional-access"]),
  "sign-ins": lazy(load["sign-ins"]),
  "set-up": lazy(load["set-up"]),
  export: lazy(load.export),
  explain: lazy(load.explain),
} as const;

const SideBar = lazy(load["side-bar"]);
const OpenFailurePage = lazy(load.failure);

/** The one window: side bar and the screen chosen there, or Start while no document is open, where the screen needs one. */
export function Frame(): ReactNode {
  const hasDocument = useDocument((state) => state.view !== null);
  const failure = useDocument((state) => state.failure);
  const chosen = useNavigation((state) => state.screen);
  // The screen before stays until the code of the next one is there, so nothing flashes.
  const shown = useDeferredValue(hasDocument || standsAlone(chosen) ? chosen : "start");
  // What comes with a document or a failure is fetched later, too.
  const isOpenShown = useDeferredValue(hasDocument);
  const isFailureShown = useDeferredValue(failure !== null);
  usePaneKeys();
  useCommands();
  useWindowTitle();
  useLeaving();
  useEffect(loadScreensWhenIdle, []);
  const Screen = screenOf[shown];
  return (
    <DropArea>
      <FieldsToRead>
        <div className="frame" data-app-state="ready">
          <Suspense fallback={<div className="side" />}>
            {hasDocument && isOpenShown ? <SideBar /> : <StartSideBar />}
          </Suspense>
          <Suspense fallback={<div className="screen" />}>
            <FaultBoundary key={shown} around="screen">
              {failure !== null && isFailureShown ? <OpenFailurePage failure={failure} /> : <Screen />}
            </FaultBoundary>
          </Suspense>
        </div>
        <Notices />
        <GoneHost />
        <AppDialogs />
      </FieldsToRead>
    </DropArea>
  );
}

/** The first screen is small because the others come after it; they are here before anybody asks for them. */
function loadScreensWhenIdle(): () => void {
  const handle = requestIdleCallback(() => {
    for (const part of Object.values(load)) part();
  });
  return () => cancelIdleCallback(handle);
}
