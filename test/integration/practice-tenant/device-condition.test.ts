import { describe, expect, test } from "vitest";
import { authorizeUrl, passwordForm, postToken, start, submit, visit } from "./support.ts";

const engine = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";
const browser = `${engine} Chrome/142.0.0.0 Safari/537.36`;
const loginWindow = `${engine} Latchkey/1.0.0 Chrome/142.0.0.0 Electron/45.4.1 Safari/537.36`;

/** Signs the first account in as a client with this user agent, and gives back where that ended and its log entry. */
async function signInAs(userAgent: string, deviceShownBy: "every-sign-in" | "browsers" = "browsers") {
  const practice = await start("compliant-device-in-browsers", (tenant) => ({ ...tenant, deviceShownBy }));
  const [account] = practice.description.accounts;
  const page = await visit(authorizeUrl(practice), { headers: { "user-agent": userAgent } });
  const end = await submit(page, practice, {
    loginfmt: account?.username ?? "",
    passwd: account?.password ?? "",
  });
  const code = /AADSTS(\d+)/.exec(end.text)?.[1];
  return { end: end.location === null ? Number(code) : "signed in", entry: practice.signIns().at(-1) };
}

describe("a compliant Mac that only browsers can show", () => {
  test("a browser gets in, and the log knows the device", async () => {
    const { end, entry } = await signInAs(browser);
    expect(end).toBe("signed in");
    expect(entry?.deviceDetail).toMatchObject({ isCompliant: true, trustType: "AzureAD" });
  });

  test.each([
    ["the login window", loginWindow],
    ["a client that is no browser", "node"],
  ])("%s is refused with 530003, and the log knows no device", async (_who, userAgent) => {
    const { end, entry } = await signInAs(userAgent);
    expect(end).toBe(530003);
    expect(entry?.deviceDetail).toMatchObject({ isCompliant: false, trustType: "" });
    expect(entry?.status.errorCode).toBe(530003);
  });

  test("where every login shows the device, the login window gets in too", async () => {
    expect((await signInAs(loginWindow, "every-sign-in")).end).toBe("signed in");
  });

  test("the password check shows no device, also with a browser's user agent", async () => {
    const practice = await start("compliant-device-in-browsers");
    const { body } = await postToken(practice, passwordForm(practice), {
      headers: { "user-agent": browser },
    });
    expect(body["error_codes"]).toEqual([53000]);
  });
});
