/** Seconds between 1970-01-01, where we count from, and 2001-01-01, where Apple does. */
const appleEpoch = 978_307_200;

/** Seconds around 2001 (136 years) in which a double still tells microseconds apart. */
const microsecondRange = 2 ** 32;

/**
 * Milliseconds since 1970 for Apple's seconds since 2001. Rounded to what the number can tell apart, microseconds
 * within 136 years around 2001 and milliseconds beyond: then {@link appleSeconds} gives the same number back.
 */
export function timeOf(seconds: number): number {
  const whole = Math.floor(seconds);
  const fraction = seconds - whole;
  const milliseconds =
    Math.abs(seconds) < microsecondRange ? Math.round(fraction * 1e6) / 1000 : Math.round(fraction * 1000);
  return (whole + appleEpoch) * 1000 + milliseconds;
}

/** Apple's seconds since 2001 for milliseconds since 1970. */
export function appleSeconds(time: number): number {
  const whole = Math.floor(time / 1000);
  const microseconds = Math.round((time - whole * 1000) * 1000);
  return whole - appleEpoch + microseconds / 1e6;
}
