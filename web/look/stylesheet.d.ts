/** Vite takes stylesheets out of the code; the compiler has to know that they may be named. */
declare module '*.css';
