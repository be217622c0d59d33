/** An article near the greatest length: about 8,000 tokens, or 36,000 characters of English. */
import { SOURCE } from '../../e2e/fake-scorer/sample-result.js';

const CHARACTERS = 36_000;

/** The sample article, then the same paragraphs with other numbers, so that no two are alike. */
export function longArticle(): string {
  const paragraphs = SOURCE.split('\n\n');
  let article = SOURCE;
  for (let index = 0; article.length < CHARACTERS; index++) {
    const paragraph = paragraphs[index % paragraphs.length] ?? '';
    article += `\n\n${paragraph.replaceAll(/\d+/gu, (digits) => String(Number(digits) + index))}`;
  }
  return article;
}
