import type { ReactNode } from "react";

/** Something is running. The word beside it says what. */
export function Spinner({ size }: { readonly size?: "large" }): ReactNode {
  return <span className={size === "large" ? "spinner spinner-large" : "spinner"} aria-hidden="true" />;
}
