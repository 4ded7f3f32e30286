import { expect } from "vitest";
import { type Bench, openStaff } from "./bench.ts";

export const recentsTests = {
  "recents.list": async (bench) => {
    expect(await bench.call("recents.list", {})).toEqual([]);
    await openStaff(bench);
    await bench.practise("practice.start", { scenario: "no-mfa", openProfile: true });
    await bench.call("templates.make", { template: "okta", answers: {} });
    // Neither the practice profile nor what no file holds is a recent file.
    expect(await bench.call("recents.list", {})).toMatchObject([
      { name: "Contoso staff.mobileconfig", folder: null, provider: "EntraID", lastTest: null },
    ]);
    await openStaff(bench);
    expect(await bench.call("recents.list", {})).toHaveLength(1);
  },
  "recents.open": async (bench) => {
    await openStaff(bench);
    const [file] = await bench.call("recents.list", {});
    // This host is a browser, where a file has no path.
    const { code, title } = await bench.problem("recents.open", { id: file?.id });
    expect([code, title]).toEqual([
      "recent-without-path",
      "Contoso staff.mobileconfig has to be chosen again.",
    ]);
    expect((await bench.problem("recents.open", { id: "/etc/passwd" })).code).toBe("recent-unknown");
  },
  "recents.forget": async (bench) => {
    await openStaff(bench);
    await bench.call("recents.forget", {});
    expect(await bench.call("recents.list", {})).toEqual([]);
    await openStaff(bench);
    await bench.call("history.forgetAll", { what: "everything" });
    expect(await bench.call("recents.list", {})).toEqual([]);
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
