import { maySeeMetrics } from './may-see-metrics.ts';

const TOKEN = 'a token of sixteen or more';
const from = (address: string | undefined, headers = {}) => ({ address, headers });

describe('metrics', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('are for this machine: %s', (address) => {
    expect(maySeeMetrics(from(address), undefined)).toBe(true);
  });

  it.each(['10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', '128.0.0.1', undefined])('are not for others: %s', (address) => {
    expect(maySeeMetrics(from(address), undefined)).toBe(false);
  });

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'are not for others behind a proxy here: %s',
    (name) => {
      expect(maySeeMetrics(from('127.0.0.1', { [name]: '10.0.0.1' }), undefined)).toBe(false);
    },
  );

  it('are for whoever has the token, and for nobody else', () => {
    expect(maySeeMetrics(from('10.0.0.1', { authorization: `Bearer ${TOKEN}` }), TOKEN)).toBe(true);
    expect(maySeeMetrics(from('10.0.0.1', { authorization: `Bearer ${TOKEN}!` }), TOKEN)).toBe(false);
    expect(maySeeMetrics(from('127.0.0.1'), TOKEN)).toBe(false);
  });
});
