import { EventLog202611240001 } from './202611240001-event-log.ts';
import { People202611240002 } from './202611240002-people.ts';

/** Every migration, oldest first. What has been released is never changed. */
export const MIGRATIONS = [EventLog202611240001, People202611240002];
