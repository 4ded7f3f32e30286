import type { ReactNode } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import type { TabId } from "../../stores/navigation-store.ts";
import { AddKeyForm } from "./add-key-form.tsx";
import { allGroups, countRows } from "./form-filter.ts";
import { catalogueProvider, type FormGroup, type FormModel, type FormRow } from "./form-rows.ts";
import { IdentityRow } from "./identity-row.tsx";
import { KeyHelp } from "./key-help.tsx";
import { KeyRow } from "./key-row.tsx";
import { LazyRows } from "./lazy-rows.tsx";
import { QueryContext } from "./query-context.ts";
import { domainOfTab, tabTitles } from "./tabs.ts";
import { UnsetRow } from "./unset-row.tsx";
import { ValueControlContext } from "./value-context.ts";
import { ValueControl } from "./value-control.tsx";

type ProfileFormProps = {
  readonly view: ProfileView;
  /** What the search and the filter leave. */
  readonly model: FormModel;
  readonly tab: TabId;
  readonly onlySet: boolean;
  readonly query: string;
};

/** The keys of one tab, or of all tabs while something is searched. */
export function ProfileForm({ view, model, tab, onlySet, query }: ProfileFormProps): ReactNode {
  const provider = catalogueProvider(view.provider);
  const parts = query === "" ? [{ tab, groups: model[tab] }] : allGroups(model);
  const isEmpty = parts.every(({ groups }) => groups.length === 0);
  return (
    <QueryContext value={query}>
      <ValueControlContext value={ValueControl}>
        <KeyHelp provider={provider}>
          {isEmpty && <NothingHere tab={tab} query={query} onlySet={onlySet} />}
          {parts.map((part) => (
            <TabPart
              key={part.tab}
              title={query === "" ? null : tabTitles[part.tab]}
              groups={part.groups}
              provider={provider}
            />
          ))}
          {query === "" && !onlySet && <ByHand view={view} tab={tab} />}
        </KeyHelp>
      </ValueControlContext>
    </QueryContext>
  );
}

type TabPartProps = {
  readonly title: string | null;
  readonly groups: readonly FormGroup[];
  readonly provider: string | null;
};

function TabPart({ title, groups, provider }: TabPartProps): ReactNode {
  const Head = title === null ? "h2" : "h3";
  const parts = groups.map((group) => {
    const { set, all } = countRows([group]);
    return (
      <section key={group.id} aria-label={group.title}>
        <Head className="form-head">
          {group.title}
          <span className="form-head-note">
            {set === all ? "" : `, ${set} of ${all} keys set`}
            {group.note === null ? "" : `, ${group.note}`}
          </span>
        </Head>
        <LazyRows rows={group.rows} rowOf={(row) => <Row key={row.id} row={row} provider={provider} />} />
      </section>
    );
  });
  return title === null ? (
    parts
  ) : (
    <section aria-label={title}>
      <h2 className="form-tab">{title}</h2>
      {parts}
    </section>
  );
}

function Row({ row, provider }: { readonly row: FormRow; readonly provider: string | null }): ReactNode {
  switch (row.kind) {
    case "field":
      return <IdentityRow row={row} />;
    case "set":
      return <KeyRow row={row} />;
    case "unset":
      return <UnsetRow row={row} provider={provider} />;
  }
}

/** Any key by hand, at the end of each tab. */
function ByHand({ view, tab }: { readonly view: ProfileView; readonly tab: TabId }): ReactNode {
  const domain = domainOfTab(tab);
  const isPossible =
    view.format === "mobileconfig" || view.payloads.some((payload) => payload.domain === domain);
  if (!isPossible) {
    return null;
  }
  return (
    <div className="form-foot">
      <AddKeyForm
        key={tab}
        label={`Add a key by hand to ${tabTitles[tab]}`}
        payload={{ domain: domain ?? "com.jamf.connect.authchanger" }}
        asksDomain={domain === null}
      />
    </div>
  );
}

type NothingHereProps = { readonly tab: TabId; readonly query: string; readonly onlySet: boolean };

function NothingHere({ tab, query, onlySet }: NothingHereProps): ReactNode {
  return (
    <div className="form-empty">
      <b>
        {query === "" ? `This profile sets nothing under ${tabTitles[tab]}.` : `Nothing matches “${query}”.`}
      </b>
      <p>
        {query === ""
          ? "Jamf Connect uses its defaults there."
          : onlySet
            ? "The search looks at the keys that are set. Turn off “Show set keys only” to look at all."
            : "The search looks at names, meanings and values of all keys, set or not."}
      </p>
    </div>
  );
}
