import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Area, coloursOf, crop, type Picture } from "./picture.ts";

const root = join(import.meta.dirname, "../../..");

/** The colours that the screens are told by, as the product names them. */
export type ScreenColours = {
  readonly window: string;
  readonly sideBar: string;
  readonly accent: string;
  readonly icon: string;
  /** The text of a failure, and what is filled to show one. */
  readonly failure: string;
  readonly failureFill: string;
};

type Colours = ReturnType<typeof coloursOf>;

/** Reads the colours of the light appearance out of the style sheet, and the icon's out of its drawing. */
export async function screenColours(): Promise<ScreenColours> {
  const tokens = await readFile(join(root, "renderer/styles/tokens.css"), "utf8");
  const icon = await readFile(join(root, "assets/icon.svg"), "utf8");
  return {
    window: found(tokens, /--window: light-dark\((#[\da-f]{6})/),
    sideBar: found(tokens, /--sidebar-bg: light-dark\((#[\da-f]{6})/),
    accent: found(tokens, /--accent: light-dark\((#[\da-f]{6})/),
    icon: found(icon, /<rect [^>]*fill="(#[\da-f]{6})"/),
    failure: found(tokens, /--err: light-dark\((#[\da-f]{6})/),
    failureFill: found(tokens, /--err-solid: light-dark\((#[\da-f]{6})/),
  };
}

/**
 * What a picture lacks of the first screen: the menu above, the side bar with the app's icon, the page with its text and its one
 * accented button. Empty when it has all of it.
 *
 * @param window where the app's window is
 */
export function lacksOfFirstScreen(screen: Picture, window: Area, colours: ScreenColours): readonly string[] {
  const { x, y, width, height } = window;
  // The menu is at most 40 high; the side bar of this screen, 276 wide, stands 8 from the edge.
  const side = coloursOf(crop(screen, { x: x + 8, y: y + 40, width: 260, height: height - 60 }));
  const page = coloursOf(crop(screen, { x: x + 300, y: y + 40, width: width - 320, height: height - 60 }));
  const lacks: string[] = [];
  const demand = (what: string, isThere: boolean) => {
    if (!isThere) lacks.push(what);
  };
  demand("a side bar in its colour", shareOf(side, colours.sideBar) > 0.8);
  demand("the app's icon in the side bar", shareOf(side, colours.icon) > 0.005);
  demand("a page in the window's colour", shareOf(page, colours.window) > 0.7);
  demand("an accented button on the page", shareOf(page, colours.accent) > 0.002);
  demand("text in the side bar", inkOf(side) > 0.005);
  demand("text on the page", inkOf(page) > 0.01);
  return lacks;
}

/** How much of a picture has a colour. */
export function shareOf(colours: Colours, colour: string): number {
  return colours.find(([name]) => name === colour)?.[1] ?? 0;
}

/** The share of dark grey pixels: the strokes of letters. */
export function inkOf(colours: Colours): number {
  return colours.reduce((sum, [colour, share]) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const isInk = Math.max(...parts) < 0x90 && Math.max(...parts) - Math.min(...parts) < 0x18;
    return sum + (isInk ? share : 0);
  }, 0);
}

function found(text: string, pattern: RegExp): string {
  const colour = pattern.exec(text)?.[1];
  if (colour === undefined) throw new Error(`No colour is found with ${pattern}.`);
  return colour;
}
