import type { ReactNode } from "react";
import { Popup } from "../../components/popup.tsx";
import { useExports } from "../../stores/context.ts";
import type { ExportQuestion } from "../../stores/export-store.ts";
import { chosenDomain, domainsOf } from "./domains.ts";
import { FileNames } from "./file-names.tsx";

const each = "each domain";

/** Which domain the property list is made of. */
export function DomainList({ view, wanted }: ExportQuestion): ReactNode {
  const domain = useExports((state) => chosenDomain(view, state.domain));
  const isEach = useExports((state) => state.eachDomain);
  const choose = useExports((state) => state.choose);
  const domains = domainsOf(view);
  return (
    <section className="export-row" aria-labelledby="export-content">
      <h2 id="export-content">Content</h2>
      <div className="export-value">
        <Popup
          label="Domain to write"
          options={[
            ...(domains.length > 1
              ? [{ id: each, title: `Each of ${domains.length} domains, in one go` }]
              : []),
            ...domains.map((name) => ({ id: name, title: name })),
          ]}
          value={isEach && domains.length > 1 ? each : domain}
          onChange={(id) => choose(id === each ? { eachDomain: true } : { eachDomain: false, domain: id })}
        />
        {isEach && domains.length > 1 && <FileNames view={view} wanted={wanted} />}
      </div>
    </section>
  );
}
