import type { desk as english } from '../en/desk.ts';
import { count, form, number } from './words.ts';

export const desk: typeof english = {
  desk: {
    tagline: 'Un seminario en torno a un artículo.',
    explain:
      'Trae un texto, comparte un enlace y leedlo juntos: los comentarios y las preguntas están junto al pasaje del que tratan, en directo o durante semanas.',
    open: 'Abrir un seminario',
    openAnother: 'Abrir otro seminario',
    name: 'Tu nombre',
    nameHint: 'Tal como lo verán los demás',
    title: 'Título del seminario',
    titleHint: 'Teorías de la cooperación, otoño',
    submit: 'Abrir el seminario',
    invited: '¿Te han invitado? Abre el enlace que recibiste.',
    yours: 'Tus seminarios',
    hello: (name) => `Sesión iniciada como ${name}`,
    signOut: 'Cerrar sesión',
    noArticle: 'Todavía sin artículo',
    members: (n) => count(n, 'miembro', 'miembros'),
    annotations: (n) => count(n, 'anotación', 'anotaciones'),
    questions: (n) => count(n, 'pregunta abierta', 'preguntas abiertas'),
    active: (ago) => `última actividad ${ago}`,
  },
  join: {
    invited: 'Te invitan a leer en compañía',
    as: (role) => `Te unes como ${role}`,
    reading: 'Se lee',
    members: (n) =>
      n === 0 ? 'Todavía no se ha unido nadie' : `Ya se ${form(n, 'ha unido', 'han unido')} ${number(n)}`,
    name: 'Tu nombre',
    nameHint: 'Tal como lo verán los demás',
    submit: 'Unirse',
  },
  share: {
    title: 'Compartir el enlace',
    lead: 'Quien lo abra se une con este papel y con el nombre que elija.',
    role: 'Se unen como',
    roleHint: {
      participant: 'lee, anota y responde',
      observer: 'lee y toma notas para sí',
      instructor: 'puede además traer artículos y moderar',
    },
    make: 'Crear un enlace',
    copy: 'Copiar enlace',
    takeBack: 'Retirar',
    until: (day) => `válido hasta el ${day}`,
    toRoom: 'Ir a la sala de lectura',
  },
};
