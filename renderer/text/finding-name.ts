import type { Finding } from "../../preload/contract.ts";

/** One name for a finding, the same wherever it is shown. */
export function findingName({ rule, where }: Finding): string {
  return [rule, where.domain, where.keyPath, where.step, where.policyId]
    .filter((part) => part !== undefined)
    .join(" ");
}
