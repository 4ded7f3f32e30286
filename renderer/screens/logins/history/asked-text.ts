import type { RunView } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";

type Asked = { readonly title: string; readonly short: string; readonly icons: readonly IconName[] };

/** What a run asked for, in words, with the pictures that the two sign-ins have everywhere. */
export const askedTexts: Readonly<Record<RunView["kind"], Asked>> = {
  oidc: { title: "Login", short: "Login", icons: ["login-window"] },
  ropg: { title: "Password check", short: "Check", icons: ["password-check"] },
  both: { title: "Both", short: "Both", icons: ["login-window", "password-check"] },
};
