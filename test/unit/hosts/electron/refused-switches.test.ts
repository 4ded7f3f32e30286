import { describe, expect, it } from "vitest";
import { refuseSwitches } from "../../../../main/hosts/electron/refused-switches.ts";

function appWith(isPackaged: boolean, ...switches: string[]) {
  const given = new Set(switches);
  return {
    isPackaged,
    given,
    commandLine: {
      hasSwitch: (name: string) => given.has(name),
      removeSwitch: (name: string) => void given.delete(name),
    },
  };
}

describe("refuseSwitches", () => {
  it.each(["remote-debugging-port", "remote-debugging-pipe", "disable-web-security"])(
    "attack: the packaged app started with --%s takes the switch away and says why it ends",
    (name) => {
      const app = appWith(true, name, "lang");
      expect(refuseSwitches(app)).toBe(
        `Latchkey does not start with --${name}, because passwords are typed into it. Start it without.`,
      );
      expect([...app.given]).toEqual(["lang"]);
    },
  );

  it("names every one of them", () => {
    expect(refuseSwitches(appWith(true, "remote-debugging-port", "disable-web-security"))).toContain(
      "--remote-debugging-port and --disable-web-security",
    );
  });

  it("lets the packaged app start with any other switch, and one that is not packaged with all", () => {
    expect(refuseSwitches(appWith(true, "lang", "no-sandbox"))).toBeNull();
    const unpackaged = appWith(false, "remote-debugging-port");
    expect(refuseSwitches(unpackaged)).toBeNull();
    expect([...unpackaged.given]).toEqual(["remote-debugging-port"]);
  });
});
