import { describe, expect, it } from "vitest";
import { readPoliciesFromJson } from "../../../../main/core/conditional-access/index.ts";
import { splitNameless } from "../../../../renderer/text/nameless.ts";

const id = "4b2f6c1e-9c0d-4a57-8f0e-2d7a90b1c3de";

/** What main calls a policy that a file has. */
function nameOf(members: object): string {
  const policy = { conditions: { users: { includeUsers: ["All"] }, applications: {} }, ...members };
  const read = readPoliciesFromJson([policy], { fileName: null });
  return read.ok ? (read.value.policies[0]?.displayName ?? "") : "";
}

describe("a policy without a name", () => {
  it("is parted into the words and what tells it apart", () => {
    expect(splitNameless(nameOf({ id }))).toEqual({
      words: "Policy without a name",
      mark: "(4b2f6c1e…c3de)",
    });
    expect(splitNameless(nameOf({}))?.mark).toBe("(number 1)");
  });

  it("is none that has a name", () => {
    expect(splitNameless(nameOf({ id, displayName: "CA001 MFA" }))).toBeNull();
    expect(splitNameless("Policy without a name (old) and more")).toBeNull();
  });
});
