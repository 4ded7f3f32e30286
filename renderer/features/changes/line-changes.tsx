import type { ReactNode } from "react";
import type { DiffLine } from "../../../preload/contract.ts";
import "./change-table.css";

/** Lines that were removed and added, each told by its sign and by a word for whoever hears it, and by colour last. */
export function LineChanges({ lines }: { readonly lines: readonly (DiffLine | null)[] }): ReactNode {
  return (
    <ol className="line-changes">
      {lines.map((line, index) =>
        line === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={index} className="line-gap">
            ⋯
          </li>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={index} className={`line-${line.kind}`}>
            <span className="line-sign" aria-hidden>
              {signs[line.kind]}
            </span>
            {line.kind !== "same" && <span className="visually-hidden">{line.kind}: </span>}
            <code>{line.text}</code>
          </li>
        ),
      )}
    </ol>
  );
}

const signs = { same: "", removed: "−", added: "+" } as const;
