import { readFileSync } from 'node:fs';

interface Locked {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}
const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);
const packages = Object.entries(lock.packages);

describe('the lockfile', () => {
  it('holds the optional packages of every platform, or `npm ci` fails on the others', () => {
    const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`${path}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that it works with any', () => {
    expect(packages.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
  });
});
