import { expect, test } from "vitest";
import { explainText } from "../../../main/core/explain/explain-text.ts";
import { allSituations } from "../../../main/core/explain/situations.ts";
import { allMacCommands, macCommands } from "../../../main/core/mac-commands/mac-commands.ts";

test("every command can be copied as one line, says what it shows, how sure that is, and where it is written", () => {
  const commands = allMacCommands();
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  for (const { id, title, command, note, certainty, sources } of commands) {
    expect(id).toMatch(/^[a-z-]+$/);
    expect(command).toMatch(/^[\x20-\x7e]+$/);
    expect(title).not.toMatch(/\.$/);
    expect(note).toMatch(/\.$/);
    expect(["documented", "inferred"]).toContain(certainty);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(new URL(source).protocol).toBe("https:");
  }
});

test("no command changes anything on the Mac", () => {
  for (const { command } of allMacCommands()) {
    expect(command).toMatch(
      /^(?:sudo )?(?:cat|log show|security authorizationdb read|\/usr\/local\/bin\/authchanger -print|defaults read|profiles show)\b/,
    );
    expect(command).not.toMatch(/[;&|>`$]/);
  }
});

test("an id that the list does not have is left out", () => {
  expect(macCommands(["authchanger", "no-such"]).map(({ id }) => id)).toEqual(["authchanger"]);
});

test("each advice to look at the Mac brings the commands for it", () => {
  const known = new Set(allMacCommands().map(({ id }) => id));
  const suspects = allSituations().flatMap((situation) => situation.suspects);
  for (const { what, test: advice, look = [] } of suspects) {
    for (const id of look) expect(known, what).toContain(id);
    if (/\b(?:(?:run|look)[^.]* on the Mac|authchanger|SecurityAgentPlugins)\b/i.test(advice))
      expect(look, what).not.toEqual([]);
  }
  const found = explainText("macos-login-window-instead");
  expect(found).toMatchObject({
    value: {
      entries: [
        { commands: [{ command: "/usr/local/bin/authchanger -print" }, {}, { id: "login-version" }] },
      ],
    },
  });
});
