import { STYLE } from "../pages/style.ts";
import type { Endpoint } from "./endpoint.ts";

/** `/practice/style.css`: the one style sheet of all pages. */
export const stylesheet: Endpoint = () => ({
  status: 200,
  headers: {
    "Content-Type": "text/css; charset=utf-8",
    "Cache-Control": "max-age=60",
    "X-Content-Type-Options": "nosniff",
  },
  body: STYLE,
});
