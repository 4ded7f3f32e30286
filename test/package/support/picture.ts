import { crc32, deflateSync } from "node:zlib";

/** A picture in memory: three bytes for a pixel, red, green, blue. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Reads an X window dump (XWDFile.h, version 7), which is also what Xvfb keeps its screen in: a header of numbers, big end first, the
 * colour map, then lines of pixels. Only 32 bits for a pixel with eight for each colour are read; a screen of 24 bits has
 * that form.
 */
export function readWindowDump(bytes: Buffer): Picture {
  const number = (index: number) => bytes.readUInt32BE(index * 4);
  const [headerSize, version, width, height] = [number(0), number(1), number(4), number(5)];
  const [byteOrder, bitsPerPixel, bytesPerLine, colours] = [number(7), number(11), number(12), number(19)];
  if (version !== 7 || bitsPerPixel !== 32 || number(14) !== 0xff0000) {
    throw new Error(`The dump has version ${version} and ${bitsPerPixel} bits for a pixel.`);
  }
  const start = headerSize + colours * 12;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = start + y * bytesPerLine + x * 4;
      const value = byteOrder === 0 ? bytes.readUInt32LE(from) : bytes.readUInt32BE(from);
      pixels.set([(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff], (y * width + x) * 3);
    }
  }
  return { width, height, pixels };
}

/** A part of a picture; what lies outside of it is left out. */
export function crop(picture: Picture, area: Area): Picture {
  const width = Math.min(area.width, picture.width - area.x);
  const height = Math.min(area.height, picture.height - area.y);
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const from = ((area.y + y) * picture.width + area.x) * 3;
    pixels.set(picture.pixels.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, pixels };
}

/** How often each colour occurs, as `#rrggbb`, the most frequent first. */
export function coloursOf(picture: Picture): readonly (readonly [colour: string, share: number])[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < picture.pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = picture.pixels.subarray(at, at + 3);
    const value = (red << 16) | (green << 8) | blue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const all = picture.width * picture.height;
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => [`#${value.toString(16).padStart(6, "0")}`, count / all]);
}

/** Writes a picture as PNG (RFC 2083), without any filter. */
export function writePng({ width, height, pixels }: Picture): Buffer {
  const lines = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    lines.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for a colour, three colours; no interlacing.
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
