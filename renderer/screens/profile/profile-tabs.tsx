import { type ReactNode, useEffect, useRef } from "react";
import { Tab, TabList } from "react-aria-components";
import type { Finding, ProfileView } from "../../../preload/contract.ts";
import { severityIcon, severityWord } from "../../components/finding-note.tsx";
import { Icon } from "../../components/icon.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useKeys, useNavigation } from "../../stores/context.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";
import { count, groupDigits } from "../../text/count.ts";
import { countRows } from "./form-filter.ts";
import type { FormModel } from "./form-rows.ts";
import { tabOfFinding, tabTitles } from "./tabs.ts";

type ProfileTabsProps = {
  readonly view: ProfileView;
  /** Everything, and what the search found; null while nothing is searched. */
  readonly model: FormModel;
  readonly found: FormModel | null;
  readonly onlySet: boolean;
  readonly onOnlySet: (onlySet: boolean) => void;
};

/** The tabs as admins know them, each with the number of keys set and its worst finding. Stands inside `Tabs`. */
export function ProfileTabs({ view, model, found, onlySet, onOnlySet }: ProfileTabsProps): ReactNode {
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
            <TabCount model={model} id={id} onlySet={onlySet} />
            <WorstFinding view={view} id={id} />
            <TabHits found={found} id={id} />
          </Tab>
        ))}
      </TabList>
      <Toggle isOn={onlySet} onChange={onOnlySet}>
        Show set keys only
      </Toggle>
    </div>
  );
}

type TabCountProps = { readonly model: FormModel; readonly id: TabId; readonly onlySet: boolean };

function TabCount({ model, id, onlySet }: TabCountProps): ReactNode {
  const { set, all } = countRows(model[id]);
  if (all === 0 || (set === 0 && onlySet)) {
    return null;
  }
  return (
    <span className="tab-count">
      {onlySet ? groupDigits(set) : `${groupDigits(set)} of ${groupDigits(all)}`}
    </span>
  );
}

function TabHits({ found, id }: { readonly found: FormModel | null; readonly id: TabId }): ReactNode {
  const amount = found === null ? 0 : countRows(found[id]).all;
  return amount === 0 ? null : (
    <span className="tab-hits">
      {amount}
      <span className="visually-hidden"> found, {count(amount, "key")}</span>
    </span>
  );
}

type WorstFindingProps = { readonly view: ProfileView; readonly id: TabId };

function WorstFinding({ view, id }: WorstFindingProps): ReactNode {
  const catalogue = useKeys((state) => state.catalogue);
  const findings = (view.findings ?? []).filter((finding) => tabOfFinding(finding, catalogue) === id);
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
