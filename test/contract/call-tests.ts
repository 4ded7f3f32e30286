import { expect } from "vitest";
import type { CallName } from "../../preload/contract.ts";
import type { Bench } from "./bench.ts";
import { explainTests } from "./explain-tests.ts";
import { exportTests } from "./export-tests.ts";
import { formTests } from "./form-tests.ts";
import { graphTests } from "./graph-tests.ts";
import { historyTests } from "./history-tests.ts";
import { jamfProTests } from "./jamf-pro-tests.ts";
import { practiceTests } from "./practice-tests.ts";
import { profileTests } from "./profile-tests.ts";
import { recentsTests } from "./recents-tests.ts";
import { runTests } from "./run-tests.ts";
import { savingTests } from "./saving-tests.ts";
import { setUpTests } from "./set-up-tests.ts";
import { signInsTests } from "./sign-ins-tests.ts";
import { templatesTests } from "./templates-tests.ts";

/** One behaviour of every call. A call of the contract that is missing here does not compile and fails the walk. */
export const callTests: { readonly [N in CallName]: (bench: Bench) => Promise<void> } = {
  "app.describe": async (bench) => {
    expect(await bench.call("app.describe", {})).toMatchObject({
      version: "0.0.0-test",
      capabilities: { canOpenLoginWindow: false },
    });
  },
  "app.watchClosing": async (bench) => {
    expect(await bench.call("app.watchClosing", { canAsk: true })).toBeNull();
    expect(await bench.call("app.watchClosing", { canAsk: false })).toBeNull();
    expect(bench.closing()).toEqual(["page asks", "page cannot ask"]);
  },
  "app.answerClosing": async (bench) => {
    await bench.call("app.answerClosing", { close: false });
    await bench.call("app.answerClosing", { close: true });
    expect(bench.closing()).toEqual(["stay", "close"]);
  },
  ...profileTests,
  ...savingTests,
  ...formTests,
  ...practiceTests,
  ...runTests,
  ...historyTests,
  ...graphTests,
  ...exportTests,
  ...explainTests,
  ...templatesTests,
  ...signInsTests,
  ...setUpTests,
  ...jamfProTests,
  ...recentsTests,
  "drop.recognise": async (bench) => {
    const files = [{ path: "staff.txt", head: "<?xml version='1.0'?><plist>" }];
    expect(await bench.call("drop.recognise", { files, isTogether: false })).toEqual({
      kind: "profile",
      files: [0],
    });
    const row = { path: "signins.csv", head: "Date (UTC),Request ID,User\n" };
    expect(await bench.call("drop.recognise", { files: [row], isTogether: false })).toEqual({
      kind: "sign-in-log",
      files: [0],
    });
    expect(
      await bench.problem("drop.recognise", {
        files: [{ ...row, head: "x".repeat(9000) }],
        isTogether: false,
      }),
    ).toMatchObject({ code: "wrong-input" });
  },
};
