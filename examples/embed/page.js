/** Defines the two elements, and lists what they tell. */
import 'quals-in-the-browser/quals-result';
import 'quals-in-the-browser/quals-scorer';

const told = document.querySelector('#told');

function tell(text) {
  const item = document.createElement('li');
  item.textContent = text;
  told.append(item);
}

// The events bubble, so one listener hears both elements.
document.addEventListener('quals-result', ({ target, detail }) => {
  const { outcome, measures } = detail.record;
  const score = outcome === 'scored' ? `QUALS ${measures.quals.toFixed(2)}` : 'no score';
  tell(`${target.id}: ${score}`);
});
document.addEventListener('quals-error', ({ target, detail }) => tell(`${target.id}: ${detail.message}`));
document.addEventListener('quals-pair', ({ target, detail }) => tell(`${target.id}: pair ${detail.index + 1}`));
