import type { ReactNode } from "react";
import { Icon } from "../../components/icon.tsx";

/** Says what the pair in each row is. */
export function WhatToExpect(): ReactNode {
  return (
    <p>
      What to expect at <Icon name="login-window" size="small" /> login window{" "}
      <Icon name="password-check" size="small" /> password check
    </p>
  );
}
