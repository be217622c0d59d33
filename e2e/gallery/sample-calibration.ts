/** An invented calibration in the form of calibration.json, for the chart. */
const shareAt = (quals: number): number => 0.9 / (1 + Math.exp(-(quals + 0.95) * 3.2));

const rated = Array.from({ length: 474 }, (_, index) => {
  const quals = -3 * ((index * 0.6180339887) % 1) ** 1.6;
  return { quals, consistent: (index * 0.7548776662) % 1 < shareAt(quals) };
});
const valuesOf = (kind: boolean): number[] =>
  rated.filter(({ consistent }) => consistent === kind).map(({ quals }) => quals);

export const calibration = {
  protocol: 'matched',
  paths: 60,
  points: Array.from({ length: 31 }, (_, index) => {
    const quals = -3 + index / 10;
    const share = shareAt(quals);
    return {
      quals,
      share,
      low: Math.max(0, share - 0.04 - 0.05 * share),
      high: Math.min(1, share + 0.04 + 0.05 * (1 - share)),
      near: 60,
      nearConsistent: Math.round(60 * share),
    };
  }),
  rated: { consistent: valuesOf(true), inconsistent: valuesOf(false) },
};
