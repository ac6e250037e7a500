import { EventLog202611240001 } from './202611240001-event-log.ts';
import { People202611240002 } from './202611240002-people.ts';
import { SeminarOverview202611240003 } from './202611240003-seminar-overview.ts';
import { Discussion202611240004 } from './202611240004-discussion.ts';
import { Mail202611240005 } from './202611240005-mail.ts';
import { HashChain202611250001 } from './202611250001-hash-chain.ts';
import { Snapshots202611250010 } from './202611250010-snapshots.ts';
import { ProjectionVersions202611250011 } from './202611250011-projection-versions.ts';
import { Assets202611250020 } from './202611250020-assets.ts';
import { KeptStates202611250030 } from './202611250030-kept-states.ts';
import { FreezeEarly202611250031 } from './202611250031-freeze-early.ts';
import { Uploads202611250040 } from './202611250040-uploads.ts';
import { Search202611250050 } from './202611250050-search.ts';
import { ReadMarks202611250051 } from './202611250051-read-marks.ts';
import { Notifications202611250052 } from './202611250052-notifications.ts';
import { Presence202611250071 } from './202611250071-presence.ts';
import { AssetClaims202611250080 } from './202611250080-asset-claims.ts';
import { AssetReaders202611250090 } from './202611250090-asset-readers.ts';
import { Restored202611250091 } from './202611250091-restored.ts';

/** Every migration, oldest first. What has been released is never changed. */
export const MIGRATIONS = [
  EventLog202611240001,
  People202611240002,
  SeminarOverview202611240003,
  Discussion202611240004,
  Mail202611240005,
  HashChain202611250001,
  Snapshots202611250010,
  ProjectionVersions202611250011,
  Assets202611250020,
  KeptStates202611250030,
  FreezeEarly202611250031,
  Uploads202611250040,
  Search202611250050,
  ReadMarks202611250051,
  Notifications202611250052,
  Presence202611250071,
  AssetClaims202611250080,
  AssetReaders202611250090,
  Restored202611250091,
];
