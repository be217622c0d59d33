import { expect, it } from 'vitest';
import { isOtherLanguage } from './language.js';

it.each([
  ['A depth sounder that did not work put the ferry Linnea on a sandbank near Torvik early on Tuesday.', false],
  ['Lennox Lewis believes the time is right for Anthony Joshua to beat Wladimir Klitschko when they meet.', false],
  [
    'It was built in 1887 and last repaired in 1964. Until then drivers must use the crossing at Eichfeld, 9 kilometres downstream.',
    false,
  ],
  ['Ein kaputtes Echolot ließ die Fähre Linnea bei Torvik auflaufen; die 84 Fahrgäste blieben unverletzt.', true],
  ['El ferry Linnea encalló cerca de Torvik y sus 84 pasajeros salieron ilesos, según el capitán.', true],
  ['Le ferry Linnea s’est échoué près de Torvik mardi matin ; ses 84 passagers sont sains et saufs.', true],
  ['De veerboot Linnea liep dinsdagochtend aan de grond bij Torvik; de 84 passagiers bleven ongedeerd.', true],
  // Too short to tell.
  ['Ein kaputtes Echolot.', false],
  ['', false],
])('%j: %s', async (text, other) => {
  expect(await isOtherLanguage(text)).toBe(other);
});
