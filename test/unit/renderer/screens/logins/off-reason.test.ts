import { describe, expect, it } from "vitest";
import { missingForCheck, offReasons } from "../../../../../renderer/screens/logins/off-reason.ts";

const ready = { isStarting: false, hasName: true, hasPassword: true };

describe("why buttons are off", () => {
  it("says nothing where all are on", () => {
    expect(offReasons(ready)).toEqual([]);
    expect(missingForCheck(ready)).toBeNull();
  });

  it.each([
    [false, false, "Test ROPG and Test both need a user name and a password."],
    [false, true, "Test ROPG and Test both need a user name."],
    [true, false, "Test ROPG and Test both need a password."],
  ])("names what is missing: name %s, password %s", (hasName, hasPassword, sentence) => {
    expect(offReasons({ ...ready, hasName, hasPassword })).toEqual([sentence]);
  });

  it("says that a test is starting", () => {
    expect(offReasons({ ...ready, isStarting: true })).toEqual(["A test is starting."]);
  });
});
