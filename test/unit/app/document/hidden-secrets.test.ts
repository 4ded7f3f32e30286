import { expect, it, onTestFinished } from "vitest";
import { createBench, staffProfile } from "../../../contract/bench.ts";

it("what a page is told of a profile holds no secret, wherever in it one stands", async () => {
  const app = createBench();
  onTestFinished(() => app.session.dispose());
  const misplaced = staffProfile.replace(
    "<key>IdPSettings</key>\n			<dict>",
    "<key>ROPGClientSecret</key><string>canary-1</string><key>IdPSettings</key>\n			<dict><key>OIDCClientSecret</key><string>canary-2</string>",
  );
  expect(misplaced).toContain("canary-2");
  await app.call("profile.open", { file: app.give("staff.mobileconfig", misplaced) });
  const view = await app.call("profile.current", {});
  expect(JSON.stringify(view)).not.toMatch(/canary|not-for-the-screen/);
  expect(view?.source).toContain("<key>ROPGClientSecret</key>");
  expect(view?.source.match(/kept, not shown/g)).toHaveLength(3);
});
