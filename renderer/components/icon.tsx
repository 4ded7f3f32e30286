import type { ReactNode } from "react";
import { iconShapes } from "./icon-shapes.tsx";

export type IconName = keyof typeof iconShapes;

type IconProps = { readonly name: IconName; readonly size?: "small" | "large"; readonly className?: string };

/** A line icon in the colour of its text. Decorative: the word beside it carries the meaning. */
export function Icon({ name, size, className }: IconProps): ReactNode {
  const classes = ["icon", size === undefined ? "" : `icon-${size}`, className ?? ""]
    .filter(Boolean)
    .join(" ");
  return (
    <svg className={classes} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {iconShapes[name]}
    </svg>
  );
}
