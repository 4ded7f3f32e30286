import type { AccountPreview, Factor } from "../login-result.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import type { Ending } from "./ending.ts";

/** What a run is judged by when its findings are written. */
export type FindingsQuestion = {
  readonly kind: "ropg" | "oidc";
  readonly settings: TestSettings;
  readonly ending: Ending;
  readonly entra: "v1" | "v2" | null;
  readonly sessionMayBeReused: boolean;
  /** What is known about the factors of the sign-in. */
  readonly factor: Factor["factor"];
  /** Clock of the provider minus clock of this machine; null when it sent no date. */
  readonly clockDifferenceMs: number | null;
  readonly idClaims: Readonly<Record<string, unknown>> | null;
  readonly account: AccountPreview | null;
  /** Why the userinfo endpoint gave no claims; null where it did or was not asked. */
  readonly userInfoMissing: string | null;
  /** The client id that a practice tenant stood in for; null where none did. */
  readonly adoptedClient: string | null;
};
