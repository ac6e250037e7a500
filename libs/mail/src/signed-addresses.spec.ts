import fc from 'fast-check';
import { SignedAddresses } from './signed-addresses.ts';

const ours = new SignedAddresses(Buffer.from('a secret that is long enough here'), 'in.catena.example');
const others = new SignedAddresses(Buffer.from('another secret, as long as the one'), 'in.catena.example');
const id = '0193cf4e-8a51-7c3e-9f00-0123456789ab';

it('reads the mail from its address, whatever servers did to the case', () => {
  fc.assert(
    fc.property(fc.uuid(), (mail) => {
      expect(ours.read('reply', ours.reply(mail))).toBe(mail);
      expect(ours.read('bounce', ours.bounce(mail).toUpperCase())).toBe(mail);
    }),
  );
});

it('keeps to the length that a local part may have', () => {
  const [local = ''] = ours.bounce(id).split('@');
  expect(local.length).toBeLessThanOrEqual(64);
});

it('takes no address for another use, of another domain, or that somebody else signed', () => {
  expect(ours.read('bounce', ours.reply(id))).toBeUndefined();
  expect(ours.read('bounce', ours.reply(id).replace('reply', 'bounce'))).toBeUndefined();
  expect(ours.read('reply', ours.reply(id).replace('in.', 'out.'))).toBeUndefined();
  expect(ours.read('reply', others.reply(id))).toBeUndefined();
});

it('takes no address of which a letter was changed', () => {
  const address = ours.reply(id);
  for (let at = 'reply+'.length; at < 'reply+'.length + 44; at++) {
    const changed = address.charAt(at) === 'a' ? 'b' : 'a';
    expect(ours.read('reply', address.slice(0, at) + changed + address.slice(at + 1))).toBeUndefined();
  }
});
