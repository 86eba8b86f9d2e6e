// The API serves the client's package under this name.
export * from '../client/index.js';
