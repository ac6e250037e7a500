/** Pictures as pdf.js decodes them, made into PNG. */
import { encode } from 'fast-png';
import { z } from 'zod';

/** Kinds of data, as pdf.js counts them: a bit for each dot; red, green and blue; the same with opacity. */
const [BITS, COLOURS, WITH_OPACITY] = [1, 2, 3];

/** What pdf.js hands over for a picture. */
export const Decoded = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  kind: z.union([z.literal(BITS), z.literal(COLOURS), z.literal(WITH_OPACITY)]),
  /** Of whatever realm. */
  data: z.custom<Uint8Array | Uint8ClampedArray>(ArrayBuffer.isView),
});
export type Decoded = z.infer<typeof Decoded>;

/** As wide and high as a screen shows it; larger ones are made smaller. */
const LARGEST = 1_600;

interface Dots {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array;
}

/** The picture as PNG. */
export function pngOf(decoded: Decoded): Uint8Array {
  return encode({ ...withoutColour(smaller(dotsOf(decoded))), depth: 8 });
}

function dotsOf({ width, height, kind, data }: Decoded): Dots {
  if (kind !== BITS) {
    const channels = kind === COLOURS ? 3 : 4;
    return { width, height, channels, data: new Uint8Array(data.buffer, data.byteOffset, width * height * channels) };
  }
  const bytes = Math.ceil(width / 8);
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = data[y * bytes + (x >> 3)] ?? 0;
      grey[y * width + x] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return { width, height, channels: 1, data: grey };
}

/** Squares of dots as one, each the mean of its own. */
function smaller(dots: Dots): Dots {
  const by = Math.ceil(Math.max(dots.width, dots.height) / LARGEST);
  if (by === 1) return dots;
  const { channels } = dots;
  const [width, height] = [Math.floor(dots.width / by), Math.floor(dots.height / by)];
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let down = 0; down < by; down++) {
          const row = (y * by + down) * dots.width + x * by;
          for (let across = 0; across < by; across++) sum += dots.data[(row + across) * channels + channel] ?? 0;
        }
        data[(y * width + x) * channels + channel] = Math.round(sum / (by * by));
      }
    }
  }
  return { width, height, channels, data };
}

function withoutColour(dots: Dots): Dots {
  const { channels, data, width, height } = dots;
  if (channels !== 3) return dots;
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const red = data[3 * at] ?? 0;
    if (data[3 * at + 1] !== red || data[3 * at + 2] !== red) return dots;
    grey[at] = red;
  }
  return { ...dots, channels: 1, data: grey };
}
