import { expect, it } from "vitest";
import { isAddress, shortAddress, splitCode } from "../../../../renderer/text/short-address.ts";

const id = "9b04d7e1-0000-4000-8000-000000002a19";

it("cuts ids in the middle, wherever they stand", () => {
  expect(shortAddress(`api://${id}/jamfconnect`)).toBe("api://9b04d7e1…2a19/jamfconnect");
  expect(shortAddress("Jamf Connect")).toBe("Jamf Connect");
});

it("tells addresses and ids from names", () => {
  expect([id, `api://${id}`, "https://contoso.com/api"].map(isAddress)).toEqual([true, true, true]);
  expect(["Jamf Connect", "see api://x", "Windows Azure Active Directory"].some(isAddress)).toBe(false);
});

it("takes an address in a sentence apart, and only the stop at the very end goes", () => {
  expect(splitCode(`The sign-in asks for api://${id}.`)).toEqual([
    { isCode: false, text: "The sign-in asks for " },
    { isCode: true, text: `api://${id}` },
  ]);
  expect(splitCode("Add https://a.example/b, then go on.").map(({ text }) => text)).toEqual([
    "Add ",
    "https://a.example/b",
    ", then go on.",
  ]);
});
