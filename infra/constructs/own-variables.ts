import type * as z from 'zod';
import type { PortVariable } from '#ports/variables.ts';

/** The variables of a function's environment that are its own: those of its ports are set by what it touches. */
export type OwnVariables<Env extends z.ZodType> = Omit<z.input<Env>, PortVariable>;
