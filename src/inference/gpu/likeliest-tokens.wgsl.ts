/**
 * Selects the likeliest tokens of each row of logits on the GPU: one workgroup per row.
 *
 * A radix select finds the key of the count-th largest logit, eight bits per pass. Then every token above it is taken, and of the
 * tokens equal to it those with the smallest ids, as in `TokenSelection`. The result is exact and unordered; the reader sorts the few
 * hundred entries. exp() is exact to a few units in the last place, the sum to about 1e-6 (relative).
 */

/**
 * Words before the tokens of a row: bits of the largest logit, of Σ exp(logit − largest), of the end token's logit, and the number of
 * tokens.
 */
export const ROW_HEAD = 4;

export const SELECTION_SHADER = /* wgsl */ `
const THREADS = 256u;
const ROW_HEAD = ${ROW_HEAD}u;

struct Settings { vocabulary: u32, count: u32, end: u32 }

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<storage, read_write> found: array<u32>;
@group(0) @binding(2) var<uniform> settings: Settings;

var<workgroup> shares: array<f32, THREADS>;
var<workgroup> histogram: array<atomic<u32>, 256>;
var<workgroup> threshold: u32;
var<workgroup> missing: u32;
var<workgroup> equal: u32;
var<workgroup> held: atomic<u32>;

// Rises with the logit; -0 and 0 are one.
fn key_of(logit: f32) -> u32 {
  let bits = bitcast<u32>(select(logit, 0.0, logit == 0.0));
  return select(bits | 0x80000000u, ~bits, (bits & 0x80000000u) != 0u);
}

fn take(row_start: u32, token: u32, logit: f32) {
  let place = atomicAdd(&held, 1u);
  if (place < settings.count) {
    found[row_start + ROW_HEAD + 2u * place] = token;
    found[row_start + ROW_HEAD + 2u * place + 1u] = bitcast<u32>(logit);
  }
}

@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let first = group.x * settings.vocabulary;

  var largest = -3.4028234e38f;
  for (var token = thread; token < settings.vocabulary; token += THREADS) {
    largest = max(largest, logits[first + token]);
  }
  shares[thread] = largest;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half /= 2u) {
    if (thread < half) { shares[thread] = max(shares[thread], shares[thread + half]); }
    workgroupBarrier();
  }
  largest = shares[0];
  workgroupBarrier();

  var sum = 0.0;
  for (var token = thread; token < settings.vocabulary; token += THREADS) {
    sum += exp(logits[first + token] - largest);
  }
  shares[thread] = sum;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half /= 2u) {
    if (thread < half) { shares[thread] += shares[thread + half]; }
    workgroupBarrier();
  }
  sum = shares[0];

  if (thread == 0u) {
    threshold = 0u;
    missing = settings.count;
    atomicStore(&held, 0u);
  }
  for (var round = 0u; round < 4u; round++) {
    let shift = 24u - 8u * round;
    atomicStore(&histogram[thread], 0u);
    workgroupBarrier();
    let known = threshold;
    let decided = select(0xffffffffu << ((shift + 8u) & 31u), 0u, round == 0u);
    for (var token = thread; token < settings.vocabulary; token += THREADS) {
      let key = key_of(logits[first + token]);
      if (((key ^ known) & decided) == 0u) { atomicAdd(&histogram[(key >> shift) & 255u], 1u); }
    }
    workgroupBarrier();
    if (thread == 0u) {
      var digit = 255u;
      var above = 0u;
      var here = atomicLoad(&histogram[digit]);
      while (above + here < missing && digit > 0u) {
        above += here;
        digit -= 1u;
        here = atomicLoad(&histogram[digit]);
      }
      missing -= above;
      equal = here;
      threshold |= digit << shift;
    }
    workgroupBarrier();
  }

  let row_start = group.x * (ROW_HEAD + 2u * settings.count);
  let all_equal = equal == missing;
  for (var token = thread; token < settings.vocabulary; token += THREADS) {
    let logit = logits[first + token];
    let key = key_of(logit);
    if (key > threshold || (all_equal && key == threshold)) { take(row_start, token, logit); }
  }
  workgroupBarrier();
  if (thread == 0u) {
    if (!all_equal) {
      var wanted = missing;
      for (var token = 0u; token < settings.vocabulary && wanted > 0u; token++) {
        let logit = logits[first + token];
        if (key_of(logit) == threshold) {
          take(row_start, token, logit);
          wanted -= 1u;
        }
      }
    }
    found[row_start] = bitcast<u32>(largest);
    found[row_start + 1u] = bitcast<u32>(sum);
    found[row_start + 2u] = bitcast<u32>(logits[first + settings.end]);
    found[row_start + 3u] = atomicLoad(&held);
  }
}
`;
