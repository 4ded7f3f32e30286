import type { ReactNode } from "react";
import type { ChangeView, ProfileView, RouteCheck } from "../../../preload/contract.ts";
import { Breakable } from "../../components/breakable.tsx";

type LeftOutListProps = {
  readonly check: RouteCheck;
  readonly view: ProfileView;
  /** Settings that are left out; none where nothing is known about them. */
  readonly settings: readonly ChangeView[];
};

/** Names of settings that are shown for each domain. */
const mostNames = 6;

/** What is left out, each with its settings: domains first, then payloads that hold none. */
export function LeftOutList({ check, view, settings }: LeftOutListProps): ReactNode {
  const names = [...new Set(check.places.map(({ domain }) => domain ?? ""))].filter((name) => name !== "");
  const others = new Set(view.payloads.filter(({ form }) => form === "other").map(({ type }) => type));
  const groups = [
    { title: "Domains", names: names.filter((name) => !others.has(name)) },
    { title: "Other payloads", names: names.filter((name) => others.has(name)) },
  ].filter((group) => group.names.length > 0);
  return groups.map((group) => (
    <div key={group.title} className="export-left-out">
      {groups.length > 1 && <h3>{group.title}</h3>}
      <ul className="checks-places">
        {group.names.map((name) => (
          <li key={name}>
            <Breakable text={name} at="dots" />
            <span className="export-left-out-keys">{keysText(settings, name)}</span>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function keysText(settings: readonly ChangeView[], name: string): string {
  const keys = settings.filter(({ domain }) => domain === name).map(({ keyPath }) => keyPath);
  const rest = keys.length - mostNames;
  return keys.slice(0, mostNames).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
