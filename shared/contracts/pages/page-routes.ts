/** The routes by which browsers fetch the pages: the bare address leads to the residents' page, all else has a name. */
export const pageRoutes = [
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/pages/{file+}' },
] as const;

/** The files whose names change with what is in them, for those who may keep them: every other file has to be asked for anew. */
export const hashedFiles = '/pages/assets/*';

/** Where each audience begins, below the address of the API. Nobody is sent to another address after signing in. */
export const pageAddresses = ['/pages/resident', '/pages/desk', '/pages/department'] as const;
