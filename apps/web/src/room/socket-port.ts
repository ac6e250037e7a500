import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, MarksFrame, ServerToClient } from '#protocol';
import type { RoomPort } from './port.ts';

/** How long an answer may take before the request counts as lost and is sent again, in milliseconds. */
const ANSWER_WITHIN = 10_000;

/**
 * The connection to the gateway this page came from; the session's cookie goes with the handshake.
 * @param onMarks what this member has read, on whichever device: no part of the room
 */
export function socketPort(onMarks: (frame: MarksFrame) => void): RoomPort {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    autoConnect: false,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
  });
  return {
    open(handlers) {
      socket.on('connect', () => handlers.connected());
      socket.on('disconnect', (reason) => {
        handlers.disconnected();
        // The server closed it on purpose (a restart): socket.io leaves it to us to come back.
        if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1_000);
      });
      socket.on('connect_error', () => {
        handlers.disconnected();
        if (!socket.active) setTimeout(() => socket.connect(), 5_000);
      });
      socket.on('events', (frame) => handlers.events(frame));
      socket.on('presence', (frame) => handlers.presence(frame));
      socket.on('marks', onMarks);
      socket.connect();
    },
    join: (request) => socket.timeout(ANSWER_WITHIN).emitWithAck('join', request),
    command: (request) => socket.timeout(ANSWER_WITHIN).emitWithAck('command', request),
    presence: (report) => void socket.volatile.emit('presence', report),
    close(seminar) {
      socket.emit('leave', { seminar });
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
