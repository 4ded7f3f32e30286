import { describe, expect, it } from "vitest";
import {
  cutMiddle,
  cutMiddleWords,
  gapBehind,
  splitForMiddleCut,
} from "../../../../renderer/text/cut-middle.ts";

describe("cutMiddle", () => {
  it("keeps both ends and hides only the middle", () => {
    expect(cutMiddle("3f8d9c12-6a47-4e0b-9b5d-2c71e8a04f36", 13)).toBe("3f8d9c…a04f36");
  });

  it("leaves a value alone that fits exactly", () => {
    expect(cutMiddle("1234567890", 10)).toBe("1234567890");
    expect(cutMiddle("12345678901", 10)).toBe("12345…8901");
  });

  it("never cuts a character outside the basic plane in two", () => {
    const keys = "🔑".repeat(12);
    expect(Array.from(cutMiddle(keys, 7))).toEqual(["🔑", "🔑", "🔑", "…", "🔑", "🔑", "🔑"]);
  });

  it("still shows an end when there is hardly any room", () => {
    expect(cutMiddle("abcdef", 0)).toBe("a…f");
  });
});

describe("splitForMiddleCut", () => {
  it("gives the tail that must stay visible, and loses nothing", () => {
    const value = "api://9b04d7e1-0000-4000-8000-000000002a19/jamfconnect";
    const { head, tail } = splitForMiddleCut(value);
    expect(tail).toBe("fconnect");
    expect(head + tail).toBe(value);
  });

  it("keeps characters outside the basic plane whole at the seam", () => {
    expect(splitForMiddleCut("🔑".repeat(20)).tail).toBe("🔑".repeat(8));
  });

  it("leaves no space in front of the tail", () => {
    expect(splitForMiddleCut("Latchkey: Jamf Connect")).toEqual({ head: "Latchkey: Jamf ", tail: "Connect" });
  });

  it("does not split what is short", () => {
    expect(splitForMiddleCut("contoso.com")).toEqual({ head: "contoso.com", tail: "" });
  });
});

describe("gapBehind", () => {
  it.each([
    ["whole characters fill the room", 70, 0],
    ["half a character is left", 75, 5],
    ["not one character fits", 4, 4],
    ["there is no room at all", -3, 0],
  ])("%s", (_, room, gap) => {
    expect(gapBehind((characters) => characters * 10, 9, room)).toBe(gap);
  });
});

describe("cutMiddleWords", () => {
  it("leaves whole words out of the middle", () => {
    const name = "Jamf Connect - Conditional Access Policy API";
    expect(cutMiddleWords(name, 38)).toBe("Jamf Connect … Access Policy API");
    expect(cutMiddleWords(name, 26)).toBe("Jamf Connect … Policy API");
    expect(cutMiddleWords("Windows Azure Active Directory", 26)).toBe("Windows Azure … Directory");
  });

  it("leaves alone what fits, and cuts characters where words are too long", () => {
    expect(cutMiddleWords("Jamf Connect - Login API", 24)).toBe("Jamf Connect - Login API");
    expect(cutMiddleWords("3f8d9c12-6a47-4e0b-9b5d-2c71e8a04f36", 13)).toBe("3f8d9c…a04f36");
    expect(cutMiddleWords("Unpronounceable Abbreviations", 20)).toBe(
      cutMiddle("Unpronounceable Abbreviations", 20),
    );
  });
});
