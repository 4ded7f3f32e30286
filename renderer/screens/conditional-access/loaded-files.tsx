import type { ReactNode } from "react";
import type { PoliciesView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { unreadFiles } from "../../features/policies/policies-source.ts";
import { count } from "../../text/count.ts";

/** More are counted; nobody reads a list of hundreds, and the refused ones come first. */
const mostShown = 200;

/** What each file gave, the refused ones first with their reasons. */
export function LoadedFiles({ policies }: { readonly policies: PoliciesView }): ReactNode {
  const { files, source } = policies;
  const noun = source === "graph" ? "list" : "file";
  const refused = files.filter(({ problem }) => problem !== null);
  if (files.length < 2 && refused.length === 0) return null;
  const shown = [...refused, ...files.filter(({ problem }) => problem === null)].slice(0, mostShown);
  const unread = unreadFiles(policies);
  const names = files.reduce((sum, file) => sum + file.names, 0);
  return (
    <details className="ca-files">
      <summary>
        {unread === 0
          ? count(files.length, noun)
          : `${count(files.length - unread, noun)} read, ${unread} not`}
        : {count(policies.count, "policy", "policies")}
        {names > 0 && `, ${count(names, "name")} for ids`}
      </summary>
      <section className="ca-list" aria-label={source === "graph" ? "Lists" : "Files"}>
        <ul>
          {shown.map(({ name, policies: amount, names: named, problem }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: files of one name may come twice, and the list never moves
            <li key={index}>
              <Icon name={problem === null ? "check" : "warning"} size="small" />
              <span className="cut" title={name}>
                <MarkedText text={name} />
              </span>
              <span className="quiet">
                {problem === null ? gave(amount, named) : <Refused problem={problem} />}
              </span>
            </li>
          ))}
          {files.length > mostShown && (
            <li className="faint">and {count(files.length - mostShown, `more ${noun}`)}</li>
          )}
        </ul>
      </section>
    </details>
  );
}

function gave(policies: number, names: number): string {
  const parts = [
    policies > 0 ? count(policies, "policy", "policies") : null,
    names > 0 ? count(names, "name") : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function Refused({
  problem,
}: {
  readonly problem: NonNullable<PoliciesView["files"][number]["problem"]>;
}): ReactNode {
  return (
    <>
      <b>{problem.title}</b> {problem.detail} {problem.fix}
    </>
  );
}
