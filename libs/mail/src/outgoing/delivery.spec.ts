import { deliveryOf, saysNobodyThere } from './delivery.ts';

const smtp = (command: string, response: string) => ({
  ...{ message: response, command, response },
  responseCode: Number(response.slice(0, 3)),
});

it.each([
  ['550 5.1.1 The account does not exist', true],
  ['550 5.2.1 The account is disabled', true],
  ['550 No such user here', true],
  ['550 5.7.1 Relaying denied', false],
  ['550 relay not permitted', false],
  ['550 Blocked: listed as a source of spam', false],
  ['552 5.2.2 Mailbox full', false],
])('%s says that nobody is there: %s', (response, nobody) => expect(saysNobodyThere(response)).toBe(nobody));

it('refuses for good only what is about the mail', () => {
  expect(deliveryOf(smtp('RCPT TO', '550 5.1.1 Nobody'), false)).toMatchObject({
    kind: 'refused',
    unknownRecipient: true,
  });
  expect(deliveryOf(smtp('DATA', '554 5.6.0 Too odd'), true)).toMatchObject({
    kind: 'refused',
    unknownRecipient: false,
  });
  expect(deliveryOf(smtp('AUTH PLAIN', '535 5.7.8 Wrong password'), false).kind).toBe('later');
  expect(deliveryOf(smtp('MAIL FROM', '550 5.7.1 Not your domain'), false).kind).toBe('later');
  expect(deliveryOf(smtp('RCPT TO', '450 4.2.1 Later'), false).kind).toBe('later');
});

it('does not know what became of words that went out without an answer', () => {
  const broken = { message: 'Connection closed unexpectedly', code: 'ECONNECTION', command: 'CONN' };
  expect(deliveryOf(broken, true).kind).toBe('unknown');
  expect(deliveryOf(broken, false).kind).toBe('later');
});
