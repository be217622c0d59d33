import { expect, it } from 'vitest';
import { chatReply } from './chat-reply.js';

it.each([
  ["I'm sorry, but I cannot summarise this article.", 'refusal'],
  ['I’m very sorry, I can’t help with that text.', 'refusal'],
  ['I cannot access links. Please paste the article.', 'refusal'],
  ['As an AI language model, I am unable to open the link.', 'refusal'],
  ["Sorry, I don't have the article.", 'refusal'],
  ['I apologize, but I am not able to provide a summary.', 'refusal'],
  ['Here is a summary of the article: The ferry ran aground.', 'preamble'],
  ["Sure! Here's a brief summary:\n\nThe ferry ran aground.", 'preamble'],
  ['Certainly, below are the key points of the text:\n- The ferry ran aground.', 'preamble'],
  ['Summary: The ferry ran aground.', 'preamble'],
  ['**TL;DR:** The ferry ran aground.', 'preamble'],
  ['The ferry ran aground. Let me know if you need more!', 'preamble'],
  // News that only resembles it.
  ['Sorry seems to be the hardest word, says a study of 4,000 emails.', undefined],
  ['I Cannot Wait, a play about a strike, opens on Friday.', undefined],
  ['Here is where the ferry ran aground: a sandbank near Torvik.', undefined],
  ['The mayor said: "I\'m sorry, but I cannot read this article."', undefined],
  ['A summary of the report was published on Monday.', undefined],
  ['Unfortunately for the club, it lost 3-1.', undefined],
  ['', undefined],
])('%j: %s', (summary, reply) => {
  expect(chatReply(summary)).toBe(reply);
});
