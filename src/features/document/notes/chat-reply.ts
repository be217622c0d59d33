/** Whether a summary is, or begins or ends like, the reply of a chat model. */

export type ChatReply = 'refusal' | 'preamble';

/** "I'm sorry, but I cannot summarise this", "As an AI language model, I am unable to open links". */
const REFUSAL =
  /^(?:(?:i\s?['’]?a?m\s+(?:\w+\s+)?sorry|sorry|i apologi[sz]e|unfortunately|my apologies|as an? (?:\w+ )?(?:ai|language model)\b[^,]*)[,.:!]?\s+(?:but\s+|for [^,.]+[,.]\s*(?:but\s+)?)?)?(?:i|we)\s?(?:['’]m|am|are)?\s*(?:cannot|can\s?not|can['’]?t|could(?: not|n['’]t)|won['’]t|unable to|not able to|do(?: not|n['’]t) (?:have|see))\b[^.,]{0,40}\b(?:summari[sz]e|summary|provide|help|assist|access|open|read|generate|create|fulfil|comply|article|text|links?|content)\b/iu;

/** "Sure! Here is a summary of the article:", "Summary:", "TL;DR:". */
const OPENING =
  /^(?:(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|great)\b[^\n:]{0,40}?[,!.:]\s+)?(?:(?:here(?:['’]s| is| are)|below (?:is|are)|this is|the following is|i['’]ve (?:written|prepared))\s[^\n:]{0,80}?\b(?:summar\w*|overview|key points|main points|version|tl;?dr)\b[^\n:]{0,60}:|(?:\W*)(?:(?:brief |short |concise )?summary|tl;?\s?dr)\s*\W*:)/iu;

/** "Let me know if you need anything else!" */
const CLOSING =
  /(?:let me know if|i hope (?:this|that) helps|feel free to (?:ask|let)|would you like me to|is there anything else)[^\n]*$/iu;

export function chatReply(summary: string): ChatReply | undefined {
  const text = summary.trim();
  if (REFUSAL.test(text)) return 'refusal';
  return OPENING.test(text) || CLOSING.test(text) ? 'preamble' : undefined;
}
