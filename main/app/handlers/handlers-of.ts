import type { CallName } from "../../../preload/contract.ts";
import type { Handlers } from "../dispatch.ts";

/** The handlers of all calls whose names begin with a word: `profile` for `profile.open`, `profile.edit` and so on. */
export type HandlersOf<Area extends string> = Pick<Handlers, Extract<CallName, `${Area}.${string}`>>;
