import { type ReactNode, useEffect, useState } from "react";
import { TabPanel, Tabs } from "react-aria-components";
import type { ProfileView } from "../../../preload/contract.ts";
import { useDocument, useNavigation } from "../../stores/context.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";
import { findingName } from "../../text/finding-name.ts";
import { FindingsStrip } from "./findings-strip.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { ProfileTabs } from "./profile-tabs.tsx";
import { type ProfileMode, ProfileToolBar } from "./profile-tool-bar.tsx";
import { SourceView } from "./source-view.tsx";

import { useFocusedKey } from "./use-focused-key.ts";
import "./profile.css";

/** Every key of the open profile with its meaning, the source beside it, the findings below. */
export default function ProfileScreen(): ReactNode {
  const view = useDocument((state) => state.view);
  const [mode, setMode] = useState<ProfileMode>("split");
  const [query, setQuery] = useState("");
  const tab = useNavigation((state) => state.tab);
  const showTab = useNavigation((state) => state.showTab);
  const [sought, setSought] = useState<{ readonly name: string } | null>(null);
  useEffect(() => scrollToNote(sought?.name), [sought]);
  if (view === null) {
    return null;
  }
  return (
    <main className="screen">
      <ProfileToolBar view={view} mode={mode} onMode={setMode} query={query} onQuery={setQuery} />
      {mode === "source" ? (
        <div className="screen-body">
          <SourceView source={view.source} isAlone />
        </div>
      ) : (
        <FormAndSource
          view={view}
          tab={tab}
          onTab={showTab}
          query={query.trim()}
          hasSource={mode === "split"}
        />
      )}
      <FindingsStrip
        view={view}
        onShow={(finding, next) => {
          showTab(next);
          setSought({ name: findingName(finding) });
        }}
      />
    </main>
  );
}

/** Brings the finding beside its key into view, where the form shows it. */
function scrollToNote(name: string | undefined): void {
  const notes = document.querySelectorAll<HTMLElement>(".profile-form [data-finding]");
  const note = [...notes].find((candidate) => candidate.dataset["finding"] === name);
  note?.scrollIntoView({ block: "center" });
}

type FormAndSourceProps = {
  readonly view: ProfileView;
  readonly tab: TabId;
  readonly onTab: (tab: TabId) => void;
  readonly query: string;
  readonly hasSource: boolean;
};

function FormAndSource({ view, tab, onTab, query, hasSource }: FormAndSourceProps): ReactNode {
  const [onlySet, setOnlySet] = useState(false);
  const focused = useFocusedKey(view.source);
  return (
    <Tabs
      className="profile-sheets"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const next = tabIds.find((id) => id === key);
        if (next !== undefined) {
          onTab(next);
        }
      }}
    >
      <ProfileTabs view={view} onlySet={onlySet} onOnlySet={setOnlySet} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus goes inside */}
      <div className="screen-body" onFocus={focused.onFocus}>
        <TabPanel key={tab} id={tab} className="profile-form scroll" data-pane="main">
          <ProfileForm view={view} tab={tab} onlySet={onlySet} query={query} />
        </TabPanel>
        {hasSource && <SourceView source={view.source} isAlone={false} marked={focused.lines} />}
      </div>
    </Tabs>
  );
}
