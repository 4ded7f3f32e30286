import { type ReactNode, useEffect, useRef } from "react";
import { Tab, TabList } from "react-aria-components";
import type { Finding, ProfileView } from "../../../preload/contract.ts";
import { severityIcon, severityWord } from "../../components/finding-note.tsx";
import { Icon } from "../../components/icon.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useNavigation } from "../../stores/context.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";
import { sectionsOfTab, setFields, tabOfFinding, tabTitles } from "./tabs.ts";

type ProfileTabsProps = {
  readonly view: ProfileView;
  readonly onlySet: boolean;
  readonly onOnlySet: (onlySet: boolean) => void;
};

/** The tabs as admins know them, each with the number of keys set and its worst finding. Stands inside `Tabs`. */
export function ProfileTabs({ view, onlySet, onOnlySet }: ProfileTabsProps): ReactNode {
  const tab = useNavigation((state) => state.tab);
  const turns = useNavigation((state) => state.tabTurns);
  const tabs = useRef<HTMLDivElement>(null);
  const seen = useRef(turns);
  useEffect(() => {
    // What had the focus may have been on the sheet that went away.
    if (seen.current !== turns) {
      tabs.current?.querySelector<HTMLElement>(`[role=tab][data-key="${tab}"]`)?.focus();
    }
    seen.current = turns;
  }, [turns, tab]);
  return (
    <div className="profile-tabs">
      <TabList ref={tabs} aria-label="Settings" className="tab-list">
        {tabIds.map((id) => (
          <Tab key={id} id={id} className="tab">
            {tabTitles[id]}
            <TabCount view={view} id={id} />
            <WorstFinding view={view} id={id} />
          </Tab>
        ))}
      </TabList>
      <Toggle isOn={onlySet} onChange={onOnlySet}>
        Only set keys
      </Toggle>
    </div>
  );
}

type TabPartProps = { readonly view: ProfileView; readonly id: TabId };

function TabCount({ view, id }: TabPartProps): ReactNode {
  const amount =
    id === "identity"
      ? setFields(view.identity).length
      : sectionsOfTab(view, id).reduce((sum, section) => sum + section.keys.length, 0);
  return amount === 0 ? null : <span className="tab-count">{amount}</span>;
}

function WorstFinding({ view, id }: TabPartProps): ReactNode {
  const findings = (view.findings ?? []).filter((finding) => tabOfFinding(view, finding) === id);
  const severity = worst(findings);
  if (severity === null || severity === "info") {
    return null;
  }
  return (
    <span className={severity === "error" ? "tone-err" : "tone-warn"}>
      <Icon name={severityIcon[severity]} size="small" />
      <span className="visually-hidden">{severityWord[severity]}</span>
    </span>
  );
}

/** The gravest severity among findings. */
export function worst(findings: readonly Finding[]): Finding["severity"] | null {
  for (const severity of ["error", "warning", "info"] as const) {
    if (findings.some((finding) => finding.severity === severity)) {
      return severity;
    }
  }
  return null;
}
