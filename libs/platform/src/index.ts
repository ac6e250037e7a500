export * from './settings/read-settings.ts';
export * from './settings/settings.ts';
export * from './settings/settings-table.ts';
