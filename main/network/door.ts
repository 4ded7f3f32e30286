import type { Problem } from "../core/problem.ts";
import { RefusedError } from "./fault.ts";

/**
 * The door that every request of the app goes through, whoever makes it.
 *
 * @param refuse asked before each request: why nothing may be sent at all, or null
 * @returns a fetch that rejects with {@link RefusedError} while something is refused
 */
export function guardedFetch(send: typeof fetch, refuse: () => Problem | null): typeof fetch {
  return async (input, init) => {
    const refused = refuse();
    if (refused !== null) throw new RefusedError(refused);
    return send(input, init);
  };
}
