import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenPath } from '../../core/score.js';
import { pathTree, type PathNode } from './path-tree-nodes.js';

/** One token per word; its id is the word's index in a list. `likely`: probability by word. */
const VOCABULARY = ['end', 'sep', 'Who', 'What', 'won', 'lost', 'Ann', 'Bob'];
const LIKELY: Record<string, number> = { Who: 0.2, What: 0.7, won: 0.4, lost: 0.5, Ann: 0.9, Bob: 0.1 };

function path(text: string, fate: WrittenPath['fate'] = 'answer-not-in-summary'): WrittenPath {
  let answered = false;
  const tokens = `${text} end`.split(' ').map((word) => {
    const part = word === 'sep' ? 'separator' : word === 'end' ? 'end' : answered ? 'answer' : 'question';
    answered ||= word === 'sep';
    const special = word === 'sep' || word === 'end';
    const token = VOCABULARY.indexOf(word);
    return { token, text: special ? '' : ` ${word}`, part, logProb: Math.log(LIKELY[word] ?? 1) } as const;
  });
  return { tokens, fate };
}

/** "text(children)" with the parts' signs, so that a tree can be read in a test. */
function sketch({ words, children }: PathNode): string {
  const own = words
    .map(({ text, part }) => (part === 'separator' ? '→' : part === 'end' ? '.' : text.trim()))
    .join(' ');
  return children.length === 0 ? own : `${own}(${children.map(sketch).join(' | ')})`;
}

describe('path tree', () => {
  it('merges common beginnings and forks where paths differ, the likelier word first', () => {
    const tree = pathTree([path('Who won sep Bob'), path('Who won sep Ann'), path('Who lost sep Bob')]);
    expect(sketch(tree)).toBe('Who(lost → Bob . | won →(Ann . | Bob .))');
  });

  it('has a root without words if paths differ at once', () => {
    expect(sketch(pathTree([path('Who won'), path('What won')]))).toBe('(What won . | Who won .)');
  });

  it('forks at the end if one path continues and another does not', () => {
    expect(sketch(pathTree([path('Who sep Ann'), path('Who sep Ann Bob')]))).toBe('Who → Ann(. | Bob .)');
  });

  it('counts the paths through a node, those kept, and those that end there', () => {
    const tree = pathTree([
      path('Who sep Ann', 'kept'),
      path('Who sep Bob'),
      path('Who sep Ann', 'duplicate-question'),
    ]);
    expect(tree).toMatchObject({ through: [0, 1, 2], kept: [0], ending: [] });
    expect(tree.children[0]).toMatchObject({ id: '0', through: [0, 2], kept: [0], ending: [0, 2], children: [] });
    expect(tree.children[1]).toMatchObject({ id: '1', through: [1], kept: [], ending: [1] });
  });

  it('is empty without paths', () => {
    expect(pathTree([])).toMatchObject({ words: [], children: [], through: [] });
  });

  it('holds every path exactly once: its words from the root down are the path’s own', () => {
    const word = fc.constantFrom('Who', 'What', 'won', 'lost', 'sep', 'Ann');
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
        (texts) => {
          const paths = texts.map((words) => path(words.join(' ')));
          const found: [number, number[]][] = [];
          const walk = (node: PathNode, above: readonly number[]): void => {
            const here = [...above, ...node.words.flatMap(({ key }) => key.split(',').map(Number))];
            for (const each of node.ending) found.push([each, here]);
            node.children.forEach((child) => walk(child, here));
          };
          walk(pathTree(paths), []);
          const wanted = paths.map(({ tokens }, index) => [index, tokens.map(({ token }) => token)]);
          expect(found.sort(([a], [b]) => a - b)).toEqual(wanted);
        },
      ),
    );
  });
});
