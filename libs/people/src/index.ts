export * from './ids.ts';
export * from './invites.ts';
export * from './people.ts';
export * from './read-marks-shelf.ts';
export * from './secret.ts';
export * from './tokens.ts';
