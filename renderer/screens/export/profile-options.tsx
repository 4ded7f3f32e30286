import type { ReactNode } from "react";
import { Popup } from "../../components/popup.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useExports } from "../../stores/context.ts";
import type { ExportQuestion } from "../../stores/export-store.ts";
import { domainsOf } from "./domains.ts";
import { FileNames } from "./file-names.tsx";

const all = "all domains";
const each = "each domain";

/** One profile for all domains or for one of them, and whether a Blueprint could take it over. */
export function ProfileOptions({ view, wanted }: ExportQuestion): ReactNode {
  const domains = domainsOf(view);
  const only = useExports((state) => domains.find((name) => name === state.onlyDomain) ?? null);
  const isEach = useExports((state) => state.eachDomain);
  const blueprintReady = useExports((state) => state.blueprintReady);
  const choose = useExports((state) => state.choose);
  return (
    <section className="export-row" aria-labelledby="export-content">
      <h2 id="export-content">Content</h2>
      <div className="export-value">
        {domains.length > 1 && (
          <Popup
            label="Domains in the profile"
            options={[
              { id: all, title: `One profile for ${domains.length} domains` },
              { id: each, title: `A profile for each of ${domains.length} domains` },
              ...domains.map((name) => ({ id: name, title: `Only ${name}` })),
            ]}
            value={isEach ? each : (only ?? all)}
            onChange={(id) =>
              choose({ eachDomain: id === each, onlyDomain: id === all || id === each ? null : id })
            }
          />
        )}
        {wanted.choice.route !== "mac" && (
          <>
            <Toggle isOn={blueprintReady} onChange={(isOn) => choose({ blueprintReady: isOn })}>
              Ready for a Blueprint
            </Toggle>
            <p className="sign-note">Uses each payload’s UUID as its identifier.</p>
          </>
        )}
        {isEach && domains.length > 1 && <FileNames view={view} wanted={wanted} />}
      </div>
    </section>
  );
}
