import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import type { z } from 'zod';
import { Feed, type LogKey, nameOf } from '#log';
import type { PersonId } from '#people';
import {
  type Answer,
  type CatchUp,
  CommandRequest,
  type Done,
  type EventsFrame,
  type Joined,
  JoinRequest,
  LeaveRequest,
  PresenceReport,
} from '#protocol';
import {
  EVERYONE,
  type MemberId,
  mayLead,
  mayRead,
  onlyFor,
  type RecordedEvent,
  type SeminarId,
  standingOf,
} from '#seminar';
import { Answers } from '../answers.ts';
import { Commands } from '../commands.ts';
import { isTooDeep } from '../depth.ts';
import { malformed, Refused } from '../refused.ts';
import { Sessions } from '../sessions.ts';
import { Devices } from './devices.ts';
import { Elsewhere } from './elsewhere.ts';
import { GuardedFrames } from './guarded-frames.ts';
import { Joining } from './joining.ts';
import { LiveRooms } from './live-rooms.ts';
import { Presence } from './presence.ts';

/** Who is on the other end of a socket, and which rooms they are in. */
interface Visitor {
  person: PersonId;
  rooms: Map<SeminarId, { logs: LogKey[]; member: MemberId }>;
}

/** The socket: takes the messages of docs/protocol.md, and broadcasts each log to its room. */
@WebSocketGateway()
export class RoomGateway implements OnGatewayInit<Server>, OnGatewayDisconnect<Socket> {
  readonly #visitors = new WeakMap<Socket, Visitor>();
  #rooms: LiveRooms | undefined;
  #presence: Presence | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly commands: Commands,
    private readonly joining: Joining,
    private readonly feed: Feed,
    private readonly elsewhere: Elsewhere,
    private readonly devices: Devices,
    private readonly answers: Answers,
  ) {}

  afterInit(server: Server): void {
    const send = (log: LogKey, events: readonly RecordedEvent[]) => {
      const frame: EventsFrame = { ...log, events: [...events] };
      server.to(nameOf(log)).emit('events', frame);
    };
    const guarded = new GuardedFrames({
      main: ({ seminar }) => this.joining.main(seminar),
      inside: (log) => this.#inside(server, log),
      expel: (log, id) => this.#expel(server, log, id),
      send,
    });
    this.#rooms = new LiveRooms(this.feed, (log: LogKey, events: RecordedEvent[]) => {
      if (log.audience === EVERYONE) send(log, events);
      else void guarded.send(log, events);
    });
    this.#presence = new Presence(this.joining.presenceInterval, this.elsewhere, (frame) => {
      server.to(presenceRoom(frame.seminar)).emit('presence', frame);
    });
    this.devices.through({
      any: (seminar, member) => server.sockets.adapter.rooms.has(devicesOf(seminar, member)),
      send: (member, frame) => void server.to(devicesOf(frame.seminar, member)).emit('marks', frame),
    });
    server.use((socket, next) => {
      this.sessions.ofSocket(socket.request.headers).then(
        (person) => {
          if (person) this.#visitors.set(socket, { person, rooms: new Map() });
          next();
        },
        () => next(new Error('server/unavailable')),
      );
    });
  }

  handleDisconnect(socket: Socket): void {
    for (const seminar of this.#visitors.get(socket)?.rooms.keys() ?? []) this.#leave(socket, seminar);
  }

  @SubscribeMessage('join')
  join(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<Answer<Joined>> {
    return this.answers.toSocket('join', async () => {
      const request = read(JoinRequest, message);
      const visitor = this.#visitorOf(socket);
      const { you, limits, readable } = await this.joining.admit(visitor.person, request);
      this.#leaveLogs(socket, request.seminar);
      visitor.rooms.set(request.seminar, { logs: readable.map(({ log }) => log), member: you.member });
      const logs = await Promise.all(
        readable.map(async ({ log, held }) => {
          const following = await this.#required(this.#rooms).enter(log, socket.id);
          // Nothing else runs between these two lines: a frame that went out before ended at `live` or earlier, and one
          // that goes out later begins right behind it and reaches this socket.
          const joined = socket.join(nameOf(log));
          const live = following.position;
          await joined;
          return this.joining.missing(log, held, live);
        }),
      );
      if (!socket.connected) this.#leave(socket, request.seminar);
      await socket.join([presenceRoom(request.seminar), devicesOf(request.seminar, you.member)]);
      this.#required(this.#presence).report(request.seminar, socket.id, you.member, {});
      // Somebody may have been shown out while this was read.
      const standing = standingOf(await this.joining.main(request.seminar), you.member);
      const said = logs.filter((log) => isWorthSaying(log, you.member) && mayRead(standing, log.audience));
      return { you, limits, logs: said };
    });
  }

  @SubscribeMessage('command')
  command(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<Answer<Done>> {
    return this.answers.toSocket('command', async () => {
      const request = read(CommandRequest, message);
      return this.commands.carryOut(this.#visitorOf(socket).person, request);
    });
  }

  @SubscribeMessage('presence')
  presence(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<Answer<object>> {
    return this.answers.toSocket('presence', async () => {
      const { seminar, ...whereabouts } = read(PresenceReport, message);
      const room = this.#visitorOf(socket).rooms.get(seminar);
      if (!room) throw new Refused('policy/not-a-member');
      if (whereabouts.leads !== undefined) {
        const { roster } = await this.joining.main(seminar);
        if (!mayLead(roster.get(room.member))) throw new Refused('policy/not-allowed');
      }
      this.#required(this.#presence).report(seminar, socket.id, room.member, whereabouts);
      return {};
    });
  }

  @SubscribeMessage('leave')
  leave(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<Answer<object>> {
    return this.answers.toSocket('leave', async () => {
      this.#leave(socket, read(LeaveRequest, message).seminar);
      return {};
    });
  }

  #leave(socket: Socket, seminar: SeminarId): void {
    this.#leaveLogs(socket, seminar);
    this.#presence?.leave(seminar, socket.id);
    void socket.leave(presenceRoom(seminar));
    const room = this.#visitors.get(socket)?.rooms.get(seminar);
    if (room) void socket.leave(devicesOf(seminar, room.member));
    this.#visitors.get(socket)?.rooms.delete(seminar);
  }

  #leaveLogs(socket: Socket, seminar: SeminarId): void {
    for (const log of this.#visitors.get(socket)?.rooms.get(seminar)?.logs ?? []) this.#leaveLog(socket, log);
  }

  #leaveLog(socket: Socket, log: LogKey): void {
    void socket.leave(nameOf(log));
    this.#rooms?.leave(log, socket.id);
  }

  /** Whose sockets are in the room of a log. */
  #inside({ sockets }: Server, log: LogKey): { socket: string; member: MemberId }[] {
    const ids = [...(sockets.adapter.rooms.get(nameOf(log)) ?? [])];
    return ids.flatMap((id) => {
      const socket = sockets.sockets.get(id);
      const room = socket && this.#visitors.get(socket)?.rooms.get(log.seminar);
      // A socket that is in no room any more is on its way out.
      return room ? [{ socket: id, member: room.member }] : [];
    });
  }

  #expel({ sockets }: Server, log: LogKey, id: string): void {
    const socket = sockets.sockets.get(id);
    const room = socket && this.#visitors.get(socket)?.rooms.get(log.seminar);
    if (!room) return;
    this.#leaveLog(socket, log);
    room.logs = room.logs.filter(({ audience }) => audience !== log.audience);
  }

  #visitorOf(socket: Socket): Visitor {
    const visitor = this.#visitors.get(socket);
    if (!visitor) throw new Refused('session/none');
    return visitor;
  }

  #required<T>(part: T | undefined): T {
    if (part === undefined) throw new Refused('server/unavailable');
    return part;
  }
}

/** A log that was never used is left out, but for those that everybody has. */
const isWorthSaying = ({ audience, head }: CatchUp, member: MemberId): boolean =>
  head > 0 || audience === EVERYONE || audience === onlyFor(member);

const devicesOf = (seminar: SeminarId, member: MemberId): string => `devices ${seminar} ${member}`;

const presenceRoom = (seminar: string): string => `presence ${seminar}`;

function read<S extends z.ZodType>(schema: S, message: unknown): z.infer<S> {
  if (isTooDeep(message)) throw new Refused('request/too-deep');
  const parsed = schema.safeParse(message);
  if (!parsed.success) throw malformed(parsed.error.issues);
  return parsed.data;
}
