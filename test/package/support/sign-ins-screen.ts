import { inkOf, type ScreenColours, shareOf } from "./first-screen.ts";
import { type Area, coloursOf, crop, type Picture } from "./picture.ts";

/**
 * What a picture lacks of a sign-in log that has been read: its one number, the bars over time and the rows. The empty screen
 * has none of them. Empty when it has all of it.
 *
 * @param window where the app's window is
 */
export function lacksOfSignIns(screen: Picture, window: Area, colours: ScreenColours): readonly string[] {
  const { x, y, width, height } = window;
  // The number stands below the toolbar, beside the side bar of 276; the bars take less than 320 of the height.
  const number = coloursOf(crop(screen, { x: x + 290, y: y + 80, width: 60, height: 70 }));
  const bars = coloursOf(crop(screen, { x: x + 300, y: y + 150, width: width - 640, height: 200 }));
  const rows = coloursOf(crop(screen, { x: x + 300, y: y + 410, width: width - 640, height: height - 430 }));
  const lacks: string[] = [];
  if (shareOf(number, colours.failure) < 0.03) lacks.push("its number in the colour of failures");
  // One bar is 88 wide however few there are; the square of the legend is a hundredth of it.
  if (shareOf(bars, colours.failureFill) < 0.03) lacks.push("a bar of failures");
  if (inkOf(rows) < 0.005) lacks.push("text in its rows");
  return lacks;
}
