import type { Tenant } from "../tenant/schema.ts";
import type { SigningKeys } from "../tokens/signing-keys.ts";
import type { Memory } from "./memory.ts";

/** Everything an endpoint may use: the tenant as it is now, and what this one instance remembers. */
export type Practice = {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly tenant: () => Tenant;
  readonly replaceTenant: (tenant: Tenant) => void;
  readonly keys: SigningKeys;
  readonly memory: Memory;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
