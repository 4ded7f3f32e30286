import { type ReactNode, useState } from "react";
import { useDocument } from "../../app/context.ts";
import { FindingsStrip } from "./findings-strip.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { ProfileTabs } from "./profile-tabs.tsx";
import { type ProfileMode, ProfileToolBar } from "./profile-tool-bar.tsx";
import { SourceView } from "./source-view.tsx";
import type { TabId } from "./tabs.ts";
import "./profile.css";

/** Every key of the open profile with its meaning, the source beside it, the findings below. */
export default function ProfileScreen(): ReactNode {
  const view = useDocument((state) => state.view);
  const [mode, setMode] = useState<ProfileMode>("split");
  const [query, setQuery] = useState("");
  const [tab, setTab] = useState<TabId>("identity");
  const [onlySet, setOnlySet] = useState(false);
  if (view === null) {
    return null;
  }
  return (
    <main className="screen">
      <ProfileToolBar view={view} mode={mode} onMode={setMode} query={query} onQuery={setQuery} />
      {mode !== "source" && (
        <ProfileTabs view={view} tab={tab} onTab={setTab} onlySet={onlySet} onOnlySet={setOnlySet} />
      )}
      <div className={mode === "source" ? "screen-body" : "screen-body profile-body"}>
        {mode !== "source" && <ProfileForm view={view} tab={tab} onlySet={onlySet} query={query.trim()} />}
        {mode !== "form" && <SourceView source={view.source} isAlone={mode === "source"} />}
      </div>
      <FindingsStrip view={view} onShow={(next) => setTab(next)} />
    </main>
  );
}
