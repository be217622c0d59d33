/** Pictures as they are stored and compared. */
import sharp from 'sharp';

/** Sixteen pixels become one: what another font rasteriser does to the edge of a letter is gone, a moved line is not. */
const SHRINK = 4;
/** Of 255, in any channel of a shrunk pixel. */
const SEEN = 40;

/** A size that a repository bears. With sixteen colours, light shades of a whole page alone changed 34 shrunk pixels. */
export function stored(png: Buffer): Promise<Buffer> {
  return sharp(png).png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}

/** How many of the shrunk pixels differ to the eye; all of them where the sizes differ. */
export async function changedPixels(expected: Buffer, actual: Buffer): Promise<number> {
  const [a, b] = [await shrunk(expected), await shrunk(actual)];
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return a.info.width * a.info.height;
  let changed = 0;
  for (let at = 0; at < a.data.length; at += 3) {
    if ([0, 1, 2].some((channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > SEEN))
      changed++;
  }
  return changed;
}

async function shrunk(png: Buffer): Promise<{ data: Buffer; info: { width: number; height: number } }> {
  const { width, height } = await sharp(png).metadata();
  return sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .resize(Math.round(width / SHRINK), Math.round(height / SHRINK), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
}
