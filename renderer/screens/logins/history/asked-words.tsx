import type { ReactNode } from "react";
import type { RunView } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { askedTexts } from "./asked-text.ts";

/** What a run asked for: its pictures and its words, which tell the runs of one person apart. */
export function AskedWords({ kind }: { readonly kind: RunView["kind"] }): ReactNode {
  const { title, icons } = askedTexts[kind];
  return (
    <span className="asked-words">
      {icons.map((icon) => (
        <Icon key={icon} name={icon} size="small" />
      ))}
      <b>{title}</b>
    </span>
  );
}
