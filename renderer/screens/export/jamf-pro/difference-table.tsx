import { Fragment, type ReactNode } from "react";
import type { Difference, TypedJson } from "../../../../preload/contract.ts";
import { Breakable } from "../../../components/breakable.tsx";
import { Tag, type Tone } from "../../../components/tag.tsx";
import { useJamfPro } from "../../../stores/context.ts";
import { AcceptanceNote } from "./acceptance-note.tsx";

type Words = { readonly tone: Tone; readonly text: string };

/** What would change, or after a delivery what is stored in another form than it was sent. */
export function DifferenceTable(): ReactNode {
  const plan = useJamfPro((state) => state.plan);
  const delivered = useJamfPro((state) => state.delivered);
  if (delivered !== null) {
    return (
      <Differences
        title={`Differences, ${delivered.differences.length}`}
        columns={["Sent", "Stored"]}
        differences={delivered.differences}
        words={kindWords}
        note={(difference) => <AcceptanceNote difference={difference} />}
        foot={`${delivered.equal} settings are equal. The order of keys does not count.`}
      />
    );
  }
  if (plan === null || plan.changes.length === 0) {
    return null;
  }
  return (
    <Differences
      title={plan.action === "create" ? "Settings" : "What changes"}
      columns={["After", "On the server now"]}
      differences={plan.changes}
      words={changeWords}
      foot={`${plan.equal} settings are the same. What Jamf Pro rewrites in every profile is left out.`}
    />
  );
}

function kindWords({ kind, defect, accepted }: Difference): Words {
  if (accepted !== undefined) return { tone: "mute", text: "Accepted" };
  if (kind === "usual") return { tone: "mute", text: "Usual" };
  return kind === "known-defect"
    ? { tone: "warn", text: `Defect ${defect ?? ""}` }
    : { tone: "err", text: "Unexplained" };
}

function changeWords({ sent, stored }: Difference): Words {
  if (stored === null) return { tone: "ok", text: "New" };
  return sent === null ? { tone: "err", text: "Removed" } : { tone: "accent", text: "Changed" };
}

type DifferencesProps = {
  readonly title: string;
  readonly columns: readonly [string, string];
  readonly differences: readonly Difference[];
  readonly words: (difference: Difference) => Words;
  readonly foot: string;
  /** What stands below a difference; nothing where it is left out. */
  readonly note?: (difference: Difference) => ReactNode;
};

function Differences({ title, columns, differences, words, foot, note }: DifferencesProps): ReactNode {
  return (
    <>
      <table className="jamf-pro-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Value</th>
            <th scope="col">{columns[0]}</th>
            <th scope="col">{columns[1]}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => {
            const { tone, text } = words(difference);
            return (
              <Fragment key={`${difference.domain} ${difference.keyPath}`}>
                <tr>
                  <td>
                    <Tag tone={tone}>{text}</Tag>
                  </td>
                  <th scope="row">
                    <Breakable text={difference.keyPath} />
                    <span className="identity-note">
                      <Breakable text={difference.domain ?? "the profile"} />
                    </span>
                  </th>
                  <Value value={difference.sent} />
                  <Value value={difference.stored} />
                </tr>
                {note?.(difference)}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <p className="small faint jamf-pro-foot">{foot}</p>
    </>
  );
}

function Value({ value }: { readonly value: TypedJson | null }): ReactNode {
  if (value === null) {
    return <td className="faint">not set</td>;
  }
  if (value === "") {
    return <td className="faint">empty</td>;
  }
  return (
    <td>
      <code>{typeof value === "string" ? value : JSON.stringify(value)}</code>
    </td>
  );
}
