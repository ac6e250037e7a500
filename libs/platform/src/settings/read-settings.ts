import type { z } from 'zod';
import { type AboutSetting, aboutSettings } from './setting.ts';
import { type AppSettings, type Settings, settingsSchema } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or one sentence for each variable that is wrong. */
export type ReadSettings<Value = Settings> = { ok: true; settings: Value } | { ok: false; problems: string[] };

/** Reads all settings out of the environment. A variable that is set to nothing counts as not set. */
export function readSettings(env: Environment): ReadSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    return { ok: false, problems: [...names].map((name) => problemWith(name, given[name])) };
  }
  const settings = parsed.data;
  return {
    ok: true,
    settings: { ...settings, PUBLIC_URL: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}` },
  };
}

/** The settings of a gateway or a worker, which must be told where its Postgres is. */
export function readAppSettings(env: Environment): ReadSettings<AppSettings> {
  const read = readSettings(env);
  if (!read.ok) return read;
  const { DATABASE_URL, QUEUE_URL = DATABASE_URL } = read.settings;
  if (DATABASE_URL === undefined || QUEUE_URL === undefined) {
    return {
      ok: false,
      problems: ['DATABASE_URL is not set. Give the address of a Postgres, or use `npm start`, which brings one.'],
    };
  }
  return { ok: true, settings: { ...read.settings, DATABASE_URL, QUEUE_URL } };
}

/** All settings with what there is to know of each, for the documentation. */
export const describeSettings = (): ({ name: string } & AboutSetting)[] =>
  Object.entries(settingsSchema.shape).map(([name, schema]) => ({ name, ...aboutSetting(name, schema) }));

function aboutSetting(name: string, schema: z.ZodType): AboutSetting {
  const about = aboutSettings.get(schema);
  if (about === undefined) throw new Error(`The setting ${name} says nothing about itself.`);
  return about;
}

function problemWith(name: string, value: string | undefined): string {
  const about = describeSettings().find((setting) => setting.name === name);
  const given = about?.secret ? 'is set to something else' : `is ${JSON.stringify(value)}`;
  return `${name} ${given}; it must be ${about?.allowed ?? 'left out'}.`;
}
