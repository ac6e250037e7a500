import { picturesIn } from './pictures.ts';

it('finds the pictures of the seminar, each once, and no others', () => {
  const [one, two] = ['a', 'b'].map((digit) => digit.repeat(64));
  const body = `![A map](asset:${one}) and ![](asset:${two}), ![A map](asset:${one}), ![x](https://x.org/a.png), asset:${'c'.repeat(64)}`;
  expect(picturesIn(body)).toEqual([one, two]);
});
