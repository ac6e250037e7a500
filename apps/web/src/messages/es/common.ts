import type { common as english } from '../en/common.ts';
import { list, number } from './words.ts';

export const common: typeof english = {
  brand: 'Catena',
  list,
  number,
  roles: { instructor: 'docente', participant: 'participante', observer: 'oyente' },
  someone: 'Alguien',
  you: 'tú',
  close: 'Cerrar',
  cancel: 'Cancelar',
  copied: 'Copiado',
  language: 'Idioma',
  languageOfBrowser: (name) => `El del navegador (${name})`,
  motivation: {
    commenting: 'Comentario',
    questioning: 'Pregunta',
    highlighting: 'Subrayado',
    replying: 'Respuesta',
    describing: 'Descripción',
    linking: 'Enlace',
    bookmarking: 'Marcador',
  },
  trouble: {
    nowhere: 'No hay nada en esta dirección',
    nowhereDo: 'Comprueba el enlace o ve a tus seminarios.',
    session: 'Nadie ha iniciado sesión aquí',
    sessionDo: 'Abre en este navegador la invitación que recibiste o el enlace con el que iniciaste sesión.',
    notMember: 'No formas parte de este seminario',
    notMemberDo: 'Pide a un docente el enlace de invitación.',
    server: 'No se puede contactar con el servidor',
    serverDo: 'Puede que se esté reiniciando. Lo que escribiste está guardado en este navegador.',
    broken: 'Algo se ha roto en esta página',
    brokenDo: 'Vuelve a cargarla. Lo que escribiste está guardado en este navegador.',
    again: 'Intentar de nuevo',
    toDesk: 'Tus seminarios',
  },
  /** What the page itself says of a request that did not get through. */
  failed: {
    'server/unavailable':
      'El servidor está ocupado o reiniciándose. Lo que escribiste está guardado y se enviará de nuevo.',
    'server/failure': 'Algo ha fallado en el servidor. Lo que escribiste está guardado.',
  },
};
