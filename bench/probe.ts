import { nextTokens } from '../src/inference/next-tokens.js';
import { TokenSelection } from '../src/inference/likeliest-tokens.js';
import { logSumExp } from '../src/inference/log-sum-exp.js';
const V = 49152, R = 60;
const gauss = () => Math.sqrt(-2 * Math.log(Math.random() + 1e-12)) * Math.cos(2 * Math.PI * Math.random()) * 2.5;
const logits = Array.from({ length: R }, () => Float32Array.from({ length: V }, gauss));
const sel = new TokenSelection(122, V); const out = new Int32Array(122);
for (let k = 0; k < 4; k++) {
  let t = performance.now(); for (const l of logits) logSumExp(l); const a = performance.now() - t;
  t = performance.now(); for (const l of logits) sel.select(l, out, 0); const b = performance.now() - t;
  t = performance.now(); for (const l of logits) l.slice(); const c = performance.now() - t;
  console.log(a.toFixed(0), b.toFixed(0), c.toFixed(0));
}
