import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "err" | "mfa" | "mute" | "accent";

type TagProps = { readonly tone?: Tone | "line"; readonly children: ReactNode };

/** A short label beside a claim. */
export function Tag({ tone, children }: TagProps): ReactNode {
  return (
    <span className={tone === undefined || tone === "mute" ? "tag" : `tag tag-${tone}`}>{children}</span>
  );
}

/** The dashed label on everything that is not the real tenant. */
export function PracticeTag(): ReactNode {
  return <span className="tag tag-practice">Practice</span>;
}
