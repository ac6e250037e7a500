export { decide } from '#seminar';
