/** How pictures are stored and compared. */
import sharp from 'sharp';

/** Sixteen pixels become one: that hides another font rasteriser's letter edges, but not a moved line. */
const SHRINK = 4;
/** Out of 255, in any channel of a shrunk pixel. */
const SEEN = 40;

/** Keeps the repository small. With sixteen colours, light shades of a whole page alone changed 34 shrunk pixels. */
export function stored(png: Buffer): Promise<Buffer> {
  return sharp(png).png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}

/** Number of visibly different shrunk pixels; all of them if the sizes differ. */
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
