import type { Logger } from 'pino';
import type { People } from '#people';
import type { AppSettings } from '#platform';
import { bounded, chatCompletions, ModelFailure, summariseByModel, summariseSection } from '#summary';
import type { Summarise } from './summarising.ts';

/** The model, where there is one and it makes sense; else an extract. See docs/decisions/summaries.md. */
export function summariser(settings: AppSettings, people: Pick<People, 'names'>, logger: Logger): Summarise {
  const limits = { words: settings.SUMMARY_WORDS, contributions: settings.SUMMARY_LEAST };
  const extract: Summarise = async (threads) => {
    const summary = summariseSection(threads, limits);
    return summary && { ...summary, maker: 'extract' };
  };
  const { SUMMARY_MODEL_URL: url } = settings;
  if (url === undefined) return extract;

  const ask = bounded(
    chatCompletions({
      url,
      key: settings.SUMMARY_MODEL_KEY,
      model: settings.SUMMARY_MODEL,
      timeout: settings.SUMMARY_MODEL_TIMEOUT_MS,
      answerTokens: settings.SUMMARY_MODEL_ANSWER_TOKENS,
    }),
    {
      charactersPerDay: settings.SUMMARY_MODEL_DAY_CHARACTERS,
      rest: settings.SUMMARY_MODEL_REST_MS,
      concurrency: settings.SUMMARY_MODEL_CONCURRENCY,
      remembered: settings.SUMMARY_MODEL_REMEMBERED,
    },
  );
  const bounds = {
    ...limits,
    time: settings.SUMMARY_MODEL_TIME_MS,
    characters: settings.SUMMARY_MODEL_SECTION_CHARACTERS,
  };
  return async (threads, seminar) => {
    const named = [...(await people.names(seminar))].map(([id, name]) => ({ id, name }));
    try {
      const summary = await summariseByModel(threads, named, ask, bounds);
      return summary && { ...summary, maker: 'model' };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      logger.warn({ seminar, why: error.message }, 'the model did not sum up: an extract stands in for it');
      return extract(threads, seminar);
    }
  };
}
