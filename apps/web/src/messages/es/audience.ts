import type { audience as english } from '../en/audience.ts';
import { count, list } from './words.ts';

export const audience: typeof english = {
  audience: {
    label: 'Quién lo leerá',
    everyone: 'Todos',
    everyoneHint: (n) => count(n, 'miembro del seminario', 'miembros del seminario'),
    onlyMe: 'Solo yo',
    onlyMeHint: 'una nota para usted',
    instructors: 'El profesorado',
    privately: 'En privado a una persona',
    aside: (name) => `${name} y el profesorado`,
    youAnd: (names) => list(['usted', ...names]),
    alone: 'nadie más por ahora',
    groups: 'Grupos…',
    others: (n) => count(n, 'persona más', 'personas más'),
  },
  groups: {
    title: 'Grupos',
    open: 'Grupos',
    lead: 'Lo que se dice a un grupo lo leen solo sus miembros: quienes están ahora y quienes lleguen después.',
    none: 'Todavía no hay grupos.',
    name: 'Nombre del grupo',
    form: 'Formar el grupo',
    mayMove: 'Los miembros pueden entrar y salir por su cuenta',
    closed: 'El profesorado asigna a los miembros.',
    empty: 'Nadie todavía',
    join: 'Entrar',
    leave: 'Salir',
    add: (group) => `Añadir a alguien a ${group}`,
    addWhom: 'Añadir…',
    remove: (name, group) => `Quitar a ${name} de ${group}`,
    rename: 'Cambiar el nombre',
    save: 'Guardar',
    unplaced: (n) => `${count(n, 'participante no está', 'participantes no están')} en ningún grupo.`,
    divide: 'Repartirlos entre los grupos',
  },
};
