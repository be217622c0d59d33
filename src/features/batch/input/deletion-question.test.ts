import { beforeEach, expect, it, vi } from 'vitest';
import { DeletionQuestion } from './deletion-question.js';

const FIRST = { id: 'a', name: 'xsum.jsonl' };
const SECOND = { id: 'b', name: 'cnn.jsonl' };
const refuse = () => Promise.reject(new DOMException('Refused.', 'InvalidStateError'));

let requestUpdate: ReturnType<typeof vi.fn<() => void>>;
let question: DeletionQuestion;

beforeEach(() => {
  requestUpdate = vi.fn();
  question = new DeletionQuestion({ requestUpdate });
  question.ask(FIRST.id);
});

it('is gone when its set is deleted', async () => {
  const forget = vi.fn(() => Promise.resolve());
  await question.delete(FIRST, forget);
  expect(forget.mock.calls).toEqual([['a']]);
  expect([question.about, question.left]).toEqual(['', '']);
});

it('names the set that was not deleted, until the next deletion', async () => {
  await question.delete(FIRST, refuse);
  expect([question.about, question.left]).toEqual(['', 'xsum.jsonl']);
  question.ask(FIRST.id);
  expect(question.left).toBe('xsum.jsonl');
  await question.delete(FIRST, () => Promise.resolve());
  expect(question.left).toBe('');
});

it.each([
  ['works', () => Promise.resolve()],
  ['is refused', refuse],
])('stays about another set when a deletion %s', async (_, forget) => {
  const deletion = question.delete(FIRST, forget);
  question.ask(SECOND.id);
  requestUpdate.mockClear();
  await deletion;
  expect(question.about).toBe('b');
  expect(requestUpdate).toHaveBeenCalled();
});
