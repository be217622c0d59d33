/** Logit and rank of given tokens, computed on the GPU: one workgroup per token. Exact. */

/** Words of an entry, before (row, token) and after (bits of the logit, rank). */
export const ENTRY_WORDS = 2;

export const RANK_SHADER = /* wgsl */ `
const THREADS = 256u;

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<storage, read> wanted: array<vec2u>;
@group(0) @binding(2) var<storage, read_write> found: array<vec2u>;
@group(0) @binding(3) var<uniform> vocabulary: u32;

var<workgroup> shares: array<u32, THREADS>;

@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let entry = wanted[group.x];
  let first = entry.x * vocabulary;
  let own = entry.y;
  let logit = logits[first + own];

  // Tokens with a larger logit rank first; for equal logits those with a smaller id, as in rankOf.
  var before = 0u;
  for (var token = thread; token < vocabulary; token += THREADS) {
    let other = logits[first + token];
    before += select(0u, 1u, other > logit || (other == logit && token < own));
  }
  shares[thread] = before;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half /= 2u) {
    if (thread < half) { shares[thread] += shares[thread + half]; }
    workgroupBarrier();
  }
  if (thread == 0u) { found[group.x] = vec2u(bitcast<u32>(logit), shares[0] + 1u); }
}
`;
