import type { ReactNode } from "react";
import type { IdentityField, ProfileView } from "../../../preload/contract.ts";
import { useKeys } from "../../stores/context.ts";
import type { DescribedKey, KeysState } from "../../stores/keys-store.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";
import { IdentityRow } from "./identity-row.tsx";
import { KeyRow } from "./key-row.tsx";
import { groupKeys, matches, type PayloadSection, sectionsOfTab, setFields, tabTitles } from "./tabs.ts";

type ProfileFormProps = {
  readonly view: ProfileView;
  readonly tab: TabId;
  readonly onlySet: boolean;
  readonly query: string;
};

const identityGroups: readonly { readonly title: string; readonly ids: readonly IdentityField["id"][] }[] = [
  { title: "Provider and tenant", ids: ["provider", "tenant"] },
  { title: "Apps", ids: ["login-app", "check-app", "redirect-uri"] },
  { title: "Scopes", ids: ["login-scopes", "check-scopes", "success-codes"] },
];

/** The keys of one tab, or of all tabs while something is searched. */
export function ProfileForm({ view, tab, onlySet, query }: ProfileFormProps): ReactNode {
  const fields = (onlySet ? setFields(view.identity) : view.identity).filter(
    (field) => query === "" || matches(query, searchTexts(field)),
  );
  const describe = useKeys((state) => state.describe);
  const tabs = query === "" ? [tab] : tabIds;
  const isWithout = (id: TabId) => id !== "identity" && found(view, id, query, describe).length === 0;
  const parts = tabs.map((id) =>
    id === "identity" ? (
      fields.length > 0 && <IdentityPart key={id} view={view} fields={fields} />
    ) : (
      <DomainPart key={id} view={view} tab={id} query={query} />
    ),
  );
  const isEmpty = fields.length === 0 && tabs.every((id) => id === "identity" || isWithout(id));
  const isTabEmpty = tabs.length === 1 && isWithout(tab);
  return isEmpty || isTabEmpty ? <NothingHere tab={tab} query={query} /> : parts;
}

function searchTexts(field: IdentityField): readonly string[] {
  return [field.title, field.help, field.value, ...field.destinations.map((to) => to.keyPath)];
}

type IdentityPartProps = { readonly view: ProfileView; readonly fields: readonly IdentityField[] };

function IdentityPart({ view, fields }: IdentityPartProps): ReactNode {
  return identityGroups.map((group) => {
    const members = fields.filter((field) => group.ids.includes(field.id));
    return members.length === 0 ? null : (
      <section key={group.title} aria-label={group.title}>
        <h2 className="form-head">{group.title}</h2>
        {members.map((field) => (
          <IdentityRow key={field.id} view={view} field={field} />
        ))}
      </section>
    );
  });
}

type DescribedSection = {
  readonly payload: PayloadSection["payload"];
  readonly keys: readonly DescribedKey[];
};

function found(
  view: ProfileView,
  tab: Exclude<TabId, "identity">,
  query: string,
  describe: KeysState["describe"],
): readonly DescribedSection[] {
  const sections = sectionsOfTab(view, tab).map(({ payload, keys }) => ({
    payload,
    keys: keys.map(describe),
  }));
  if (query === "") {
    return sections;
  }
  return sections
    .map((section) => ({
      ...section,
      keys: section.keys.filter((key) =>
        matches(query, [key.title, key.keyPath, key.description, key.sensitive ? null : key.display]),
      ),
    }))
    .filter((section) => section.keys.length > 0);
}

type DomainPartProps = {
  readonly view: ProfileView;
  readonly tab: Exclude<TabId, "identity">;
  readonly query: string;
};

function DomainPart({ view, tab, query }: DomainPartProps): ReactNode {
  const describe = useKeys((state) => state.describe);
  return found(view, tab, query, describe).map((section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: payloads have no name of their own that is sure to be unique
    <section key={index} aria-label={section.payload.domain ?? section.payload.type ?? "Payload"}>
      <PayloadHead section={section} tab={tab} />
      {groupKeys(section.keys).map(({ group, keys }) => (
        <section key={group} aria-label={group}>
          <h2 className="form-head">{group}</h2>
          {keys.map((key) => (
            <KeyRow key={key.keyPath} view={view} entry={key} />
          ))}
        </section>
      ))}
    </section>
  ));
}

const formText = {
  direct: "payload of its own",
  "managed-preferences": "inside a managed preferences payload",
  plist: "bare property list",
  other: "payload of another kind",
} as const;

type PayloadHeadProps = { readonly section: DescribedSection; readonly tab: TabId };

function PayloadHead({ section, tab }: PayloadHeadProps): ReactNode {
  const { payload, keys } = section;
  return (
    <p className="payload-head">
      <b>{payload.domain ?? payload.type ?? tabTitles[tab]}</b>
      <span>
        {keys.length} {keys.length === 1 ? "key" : "keys"} · {formText[payload.form]}
      </span>
    </p>
  );
}

function NothingHere({ tab, query }: { readonly tab: TabId; readonly query: string }): ReactNode {
  return (
    <div className="form-empty">
      <b>
        {query === "" ? `This profile sets nothing under ${tabTitles[tab]}.` : `Nothing matches “${query}”.`}
      </b>
      <p>
        {query === ""
          ? "Jamf Connect uses its defaults there."
          : "The search looks at names, meanings and values of all keys in this file."}
      </p>
    </div>
  );
}
