import { expect, it } from "vitest";
import { createAccess } from "../../../../main/hosts/browser/access.ts";

it("exchanges the link's token once for a bearer", () => {
  const access = createAccess(() => 0);
  const bearer = access.redeem(access.linkToken);
  expect(bearer).toMatch(/^[\w-]{43}$/);
  expect(access.isBearer(bearer ?? "")).toBe(true);
  expect(access.redeem(access.linkToken)).toBeNull();
});

it("tells once that somebody came through the link, and only then", () => {
  let told = 0;
  const access = createAccess(
    () => 0,
    () => {
      told += 1;
    },
  );
  access.redeem("x");
  expect(told).toBe(0);
  access.redeem(access.linkToken);
  access.redeem(access.linkToken);
  expect(told).toBe(1);
});

it("refuses a wrong token, the token as bearer, and an empty bearer", () => {
  const access = createAccess(() => 0);
  expect(access.redeem("x")).toBeNull();
  expect(access.redeem(`${access.linkToken}x`)).toBeNull();
  expect(access.isBearer("")).toBe(false);
  expect(access.isBearer(access.linkToken)).toBe(false);
});

it("lets the link grow old", () => {
  let now = 0;
  const access = createAccess(() => now);
  now = 10 * 60 * 1000 + 1;
  expect(access.redeem(access.linkToken)).toBeNull();
});
