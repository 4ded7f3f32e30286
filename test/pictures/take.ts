import { join } from "node:path";
import type { PicturedApp } from "./app.ts";

/** The windows that people have: a large screen, a laptop, and the smallest one that the app is made for. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 1180, height: 820 },
  { width: 1024, height: 700 },
];

type TakeOptions = {
  /** The focus is part of what is shown. */
  readonly keepsFocus?: boolean;
};

/** Takes the state that is shown in every size, light and dark; the folder is `LATCHKEY_SCREENSHOTS`, or `pictures`. */
export async function take(
  app: PicturedApp,
  name: string,
  { keepsFocus = false }: TakeOptions = {},
): Promise<void> {
  const { page } = app;
  const folder = process.env["LATCHKEY_SCREENSHOTS"] ?? "pictures";
  // What was typed or pressed last would have the focus ring in one picture and not in the next.
  if (!keepsFocus) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
  await page.mouse.move(0, 0);
  for (const size of sizes) {
    await app.resize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const path = join(folder, `${name}-${size.width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await wide(app);
}

/** The window in which states are brought about. */
export function wide(app: PicturedApp): Promise<void> {
  return app.resize({ width: 1440, height: 900 });
}
