import type { ReactNode } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import { Popup } from "../../components/popup.tsx";
import { useExports } from "../../stores/context.ts";
import { chosenDomain, domainsOf } from "./domains.ts";

/** Which domain the property list is made of. */
export function DomainList({ view }: { readonly view: ProfileView }): ReactNode {
  const domain = useExports((state) => chosenDomain(view, state.domain));
  const choose = useExports((state) => state.choose);
  return (
    <div className="export-domain">
      <h2 className="export-head">Domain</h2>
      <Popup
        label="Domain to write"
        options={domainsOf(view).map((name) => ({ id: name, title: name }))}
        value={domain}
        onChange={(name) => choose({ domain: name })}
      />
    </div>
  );
}
