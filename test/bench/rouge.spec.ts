import { rouge } from './rouge.ts';

test('the same words score 1, no word in common scores 0', () => {
  expect(rouge('The cat sat.', 'the cat sat')).toEqual({ rouge1: 1, rouge2: 1, rougeL: 1 });
  expect(rouge('the cat sat', 'un chat dort')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
});

test('words count as often as the reference has them, pairs and order count apart', () => {
  // 'police killed the gunman' against 'police kill the gunman' and 'the gunman kill police': Lin 2004, section 3.
  expect(rouge('police kill the gunman', 'police killed the gunman').rougeL).toBeCloseTo(3 / 4);
  expect(rouge('the gunman kill police', 'police killed the gunman').rougeL).toBeCloseTo(2 / 4);
  expect(rouge('the the the', 'the end').rouge1).toBeCloseTo((2 * (1 / 3) * (1 / 2)) / (1 / 3 + 1 / 2));
});
