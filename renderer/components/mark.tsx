import type { ReactNode } from "react";

/** The app's own mark: a key on dark blue. */
export function Mark({ size }: { readonly size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" className="mark">
      <rect className="mark-ground" x="3" y="3" width="58" height="58" rx="14" fill="#16324f" />
      <g fill="none" stroke="#f4f1e8" strokeWidth="4.6" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="25" cy="39" r="10.5" />
        <path d="M32.5 31.5 48 16M43 21l5.5 5.5M37.5 26.5l4 4" />
      </g>
    </svg>
  );
}
