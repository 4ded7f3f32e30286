/** The shapes of the line icons on a 16 × 16 grid, named by what they mean. */
export const iconShapes = {
  arrow: <path d="M2.5 8h10M9.5 5l3 3-3 3" />,
  bars: <path d="M2.5 13.5h11M4 11V7.5M7 11V3M10 11V5.5M13 11V8.5" />,
  block: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m3.7 3.7 8.6 8.6" />
    </>
  ),
  check: <path d="m3.2 8.4 3.2 3.2 6.4-7" />,
  circle: <circle cx="8" cy="8" r="6.2" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.6V8l2.3 1.5" />
    </>
  ),
  cloud: <path d="M4.7 12.5a3 3 0 0 1-.4-5.95 3.9 3.9 0 0 1 7.6.6 2.7 2.7 0 0 1-.4 5.35z" />,
  compare: (
    <>
      <rect x="1.8" y="3" width="5.2" height="10" rx="1.2" />
      <rect x="9" y="3" width="5.2" height="10" rx="1.2" />
    </>
  ),
  copy: (
    <>
      <rect x="5.3" y="5.3" width="8" height="8.5" rx="1.5" />
      <path d="M10.6 5V3.7a1.5 1.5 0 0 0-1.5-1.5H4.2a1.5 1.5 0 0 0-1.5 1.5v5.6a1.5 1.5 0 0 0 1.5 1.5h.8" />
    </>
  ),
  differs: <path d="M2.8 6h10.4M2.8 10h10.4M10.4 3 5.6 13" />,
  document: (
    <>
      <path d="M4 1.8h5l3.5 3.5v8.9H4z" />
      <path d="M8.8 2v3.5h3.5" />
    </>
  ),
  down: <path d="m4 6 4 4 4-4" />,
  download: <path d="M8 2v7.8M5.2 7.2 8 10l2.8-2.8M2.5 13.5h11" />,
  drawer: (
    <>
      <rect x="1.8" y="2.8" width="12.4" height="10.4" rx="2.2" />
      <path d="M10 2.8v10.4" />
    </>
  ),
  error: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5.9 5.9 4.2 4.2M10.1 5.9 5.9 10.1" />
    </>
  ),
  export: (
    <>
      <path d="M8 9.8V2M5.2 4.6 8 1.8l2.8 2.8" />
      <path d="M5 7H3.6A1.6 1.6 0 0 0 2 8.6v4A1.6 1.6 0 0 0 3.6 14.2h8.8a1.6 1.6 0 0 0 1.6-1.6v-4A1.6 1.6 0 0 0 12.4 7H11" />
    </>
  ),
  external: (
    <path d="M6.5 3.5H3.7A1.2 1.2 0 0 0 2.5 4.7v7.6a1.2 1.2 0 0 0 1.2 1.2h7.6a1.2 1.2 0 0 0 1.2-1.2V9.5M9.5 2.5h4v4M13.3 2.7 7.5 8.5" />
  ),
  folder: <path d="M1.8 4.3v8h12.4V5.5H7.5L6.2 3.8H1.8z" />,
  fork: (
    <>
      <path d="M2 8h3.5c2 0 2-4 4.5-4h3.5M5.5 8c2 0 2 4 4.5 4h3.5" />
      <path d="m11.7 2.2 1.8 1.8-1.8 1.8M11.7 10.2l1.8 1.8-1.8 1.8" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.3v3.6M8 5.1v.1" />
    </>
  ),
  key: (
    <>
      <circle cx="5.2" cy="10.8" r="3.2" />
      <path d="m7.5 8.5 5.7-5.7M11 5l2 2M9.4 6.6l1.3 1.3" />
    </>
  ),
  laptop: (
    <>
      <rect x="3" y="3.2" width="10" height="7" rx="1.2" />
      <path d="M1.5 12.8h13" />
    </>
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.8" rx="1.6" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  browser: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M1.8 8h12.4M8 1.8c2 1.7 2.9 3.8 2.9 6.2S10 12.5 8 14.2C6 12.5 5.1 10.4 5.1 8S6 3.5 8 1.8" />
    </>
  ),
  "login-window": (
    <>
      <rect x="1.8" y="2.5" width="12.4" height="11" rx="1.8" />
      <path d="M1.8 5.4h12.4" />
      <circle cx="8" cy="8.4" r="1.2" />
      <path d="M5.9 11.6c.3-1.1 1.1-1.6 2.1-1.6s1.8.5 2.1 1.6" />
    </>
  ),
  minus: <path d="M4 8h8" />,
  more: (
    <>
      <circle cx="3.4" cy="8" r="0.7" />
      <circle cx="8" cy="8" r="0.7" />
      <circle cx="12.6" cy="8" r="0.7" />
    </>
  ),
  ok: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5.2 8.2 2 2 3.7-4.1" />
    </>
  ),
  "password-check": (
    <>
      <rect x="1.8" y="2.5" width="12.4" height="11" rx="1.8" />
      <path d="M1.8 5.6h12.4" />
      <path d="M9.5 4.05h3" />
      <circle cx="7" cy="10.3" r="1.2" />
      <path d="m8 9.5 2-2" />
    </>
  ),
  pencil: <path d="m3 13 .6-2.7 7.3-7.3a1.3 1.3 0 0 1 1.9 0l.2.2a1.3 1.3 0 0 1 0 1.9l-7.3 7.3z" />,
  phone: (
    <>
      <rect x="4.5" y="1.8" width="7" height="12.4" rx="1.6" />
      <path d="M7.2 12h1.6" />
    </>
  ),
  plus: <path d="M8 3.2v9.6M3.2 8h9.6" />,
  practice: (
    <path d="M6.2 2v4.2L2.9 12.3c-.4.8.1 1.7 1 1.7h8.2c.9 0 1.4-.9 1-1.7L9.8 6.2V2M5.2 2h5.6M4.6 10h6.8" />
  ),
  policies: (
    <>
      <path d="M8 1.8 13 3.6v4c0 3.2-2.1 5.4-5 6.6-2.9-1.2-5-3.4-5-6.6v-4z" />
      <path d="M5.8 8l1.6 1.6L10.3 6.6" />
    </>
  ),
  eye: (
    <>
      <path d="M1.6 8S4 3.7 8 3.7 14.4 8 14.4 8 12 12.3 8 12.3 1.6 8 1.6 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  profile: (
    <>
      <path d="M2 4.5h6.5M12 4.5h2M2 11.5h2M7.5 11.5H14" />
      <circle cx="10.2" cy="4.5" r="1.7" />
      <circle cx="5.8" cy="11.5" r="1.7" />
    </>
  ),
  question: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M6.2 6.3c.2-1 1-1.5 1.9-1.5 1 0 1.8.6 1.8 1.6 0 1.3-1.8 1.5-1.8 2.7M8.1 11.2v.1" />
    </>
  ),
  redo: (
    <>
      <path d="m10.5 3 3 3-3 3" />
      <path d="M13.2 6H6.5a4 4 0 0 0 0 8H9" />
    </>
  ),
  remove: <path d="m4 4 8 8M12 4l-8 8" />,
  right: <path d="m6 4 4 4-4 4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.6" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  "side-bar": (
    <>
      <rect x="1.8" y="2.8" width="12.4" height="10.4" rx="2.2" />
      <path d="M6 2.8v10.4" />
    </>
  ),
  skip: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.4 8h5.2" />
    </>
  ),
  steps: (
    <>
      <path d="m1.9 4 1.2 1.2L5 2.9M7.2 4.2h6.9M7.2 8h6.9M7.2 11.8h6.9" />
      <path d="M2.4 8h1.6M2.4 11.8h1.6" />
    </>
  ),
  stop: <rect x="4.2" y="4.2" width="7.6" height="7.6" rx="1.4" />,
  test: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M6.7 5.6v4.8L10.6 8z" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3 2.5 6l3 3" />
      <path d="M2.8 6h6.7a4 4 0 0 1 0 8H7" />
    </>
  ),
  "up-down": <path d="m5 6.2 3-3 3 3M5 9.8l3 3 3-3" />,
  user: (
    <>
      <circle cx="8" cy="5.3" r="2.7" />
      <path d="M2.7 13.7c.5-2.9 2.6-4.4 5.3-4.4s4.8 1.5 5.3 4.4" />
    </>
  ),
  up: <path d="m4 10 4-4 4 4" />,
  warning: (
    <>
      <path d="M8 2.2 14.3 13H1.7z" />
      <path d="M8 6.4v3M8 11.2v.1" />
    </>
  ),
} as const;
