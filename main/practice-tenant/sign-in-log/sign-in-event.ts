import type { RequestIds } from "../errors/error-body.ts";
import type { EntraFailure } from "../errors/failure.ts";
import type { Decision } from "../policy/decide.ts";
import type { Client } from "../sign-in/find-client.ts";
import type { Target } from "../sign-in/target.ts";
import type { TenantUser } from "../tenant/user.ts";

/** One sign-in, or one step of it that Entra logs on its own. */
export type SignInEvent = {
  readonly ids: RequestIds;
  readonly kind: "ropc" | "interactive" | "device-code" | "refresh";
  /** Null where the name belongs to nobody: what was typed is not kept. */
  readonly user: TenantUser | null;
  readonly client: Client;
  readonly target: Target;
  readonly failure: EntraFailure | null;
  /** Null where the sign-in ended before policies were looked at. */
  readonly decision: Decision | null;
  /** Whether the password was accepted; null where none was sent. */
  readonly passwordAccepted: boolean | null;
  /** Whether a second factor was passed. */
  readonly mfaPassed: boolean;
  readonly userAgent: string;
};
