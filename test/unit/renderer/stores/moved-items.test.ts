import { describe, expect, it } from "vitest";
import type { KeyPath, ProfileView, TypedJson } from "../../../../preload/contract.ts";
import { movedPlace } from "../../../../renderer/stores/moved-items.ts";

const payload = { domain: "com.jamf.connect" };
const place = (path: KeyPath) => ({ payload, path });

function view(value: TypedJson): ProfileView {
  const keys = [{ payload, path: ["Own", "Roles"], keyPath: "Own.Roles", value }];
  return { payloads: [{ address: payload, keys }] } as unknown as ProfileView;
}

const role = (name: string) => ({ Name: name, Duration: 60 });
const [a, b, c] = [role("a"), role("b"), role("c")];
const roles: KeyPath = ["Own", "Roles"];

describe("a place in a list", () => {
  it.each([
    ["moves up when an item before it is removed", [a, b, c], [b, c], 2, 1],
    ["stays when one after it is removed", [a, b, c], [a, b], 1, 1],
    ["moves down when one before it comes back", [b, c], [a, b, c], 1, 2],
    ["is gone with its item", [a, b, c], [a, c], 1, null],
    ["stays when another value of its item changes", [a, b, c], [a, { ...b, Duration: 5 }, c], 1, 1],
    ["stays when everything has changed", [a, b], [c, c], 1, 1],
  ] as const)("%s", (_, before, after, index, moved) => {
    const now = movedPlace(place([...roles, index, "Duration"]), view(before), view(after), null);
    expect(now).toEqual(moved === null ? null : place([...roles, moved, "Duration"]));
  });

  it("moves with its own item where two are the same, because the one that was removed is known", () => {
    const at = place([...roles, 1, "Duration"]);
    const [before, after] = [view([a, a, a]), view([a, a])];
    expect(movedPlace(at, before, after, place([...roles, 0]))).toEqual(place([...roles, 0, "Duration"]));
    expect(movedPlace(at, before, after, place([...roles, 1]))).toBeNull();
    expect(movedPlace(at, before, after, place([...roles, 2]))).toEqual(at);
  });

  it("moves inside of an item as well", () => {
    const nested = (items: readonly TypedJson[]) => view([a, { Name: "b", Codes: items }]);
    const at = place([...roles, 1, "Codes", 1]);
    expect(movedPlace(at, nested([1, 2]), nested([2]), null)).toEqual(place([...roles, 1, "Codes", 0]));
  });

  it("is gone with its list; a place that is in no list stays", () => {
    const none = { payloads: [] } as unknown as ProfileView;
    expect(movedPlace(place([...roles, 1]), view([a, b]), none, null)).toBeNull();
    expect(movedPlace(place(["Other"]), view([a, b]), none, null)).toEqual(place(["Other"]));
  });
});
